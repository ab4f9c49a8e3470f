'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { swapBannerId } from '@/components/swap/swap-banner';
import { useSwap } from '@/components/swap/swap-context';
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { CartPanel } from './cart-panel';
import { useCartState } from './cart-provider';

/** The sheet itself: the whole cart over the page. Focus goes back to what opened it. */
export function CartSheetBody({
  open,
  onOpenChange,
  opener,
  hereEventId,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  opener: RefObject<HTMLElement | null>;
  hereEventId?: string;
}) {
  const t = useTranslations('cart');
  const { units } = useCartState();
  const moving = (useSwap()?.moving.length ?? 0) > 0;
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        className="p-5"
        onCloseAutoFocus={() => {
          const banner = moving ? document.getElementById(swapBannerId) : null;
          (banner ?? opener.current)?.focus();
        }}
      >
        <CartPanel
          heading={<DialogTitle className="pr-0">{t('title')}</DialogTitle>}
          hereEventId={hereEventId}
        />
        <VisuallyHidden>
          <DialogDescription>{t('count', { count: units })}</DialogDescription>
        </VisuallyHidden>
      </DialogContent>
    </Dialog>
  );
}
