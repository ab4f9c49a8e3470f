'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useCart, useCartState } from './cart-provider';

/** Stays for as long as the server does not answer. That it is back, a passing notice tells. */
export function ConnectionNotice({ className }: { className?: string }) {
  const t = useTranslations('cart');
  const cart = useCart();
  const { reachable, units } = useCartState();
  return (
    <div role="status" className={className}>
      {!reachable && (
        <Notice
          tone="warn"
          data-slot="connection"
          className="shadow-lift"
          title={t('lostConnection')}
          action={
            <Button
              variant="secondary"
              size="sm"
              className="min-h-11"
              onClick={() => void cart.refresh()}
            >
              {t('tryNow')}
            </Button>
          }
        >
          {units > 0 ? t('lostConnectionLine') : t('lostConnectionLineEmpty')}
        </Notice>
      )}
    </div>
  );
}
