'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Price } from '@/components/ui/price';
import { Link } from '@/lib/i18n/navigation';
import { CartLines } from './cart-lines';
import { useCart, useCartState } from './cart-provider';
import { EndedNotices } from './ended-notices';
import { TimeLeft } from './time-left';
import { useFocusRescue } from './use-focus-rescue';

/** The whole cart: what ended, the time, what is held, what it costs, and the way on. */
export function CartPanel({ heading, hereEventId }: { heading: ReactNode; hereEventId?: string }) {
  const t = useTranslations('cart');
  const cart = useCart();
  const { lines, total, units } = useCartState();
  const area = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  useFocusRescue(area, top);
  return (
    <div ref={area} data-slot="cart" className="grid gap-5">
      <div
        ref={top}
        tabIndex={-1}
        // In the sheet the way out is at the right of it.
        className="flex items-baseline justify-between gap-4 outline-none in-data-[slot=dialog]:pr-12"
      >
        {heading}
        {units > 0 && <span className="text-muted text-sm">{t('count', { count: units })}</span>}
      </div>
      <EndedNotices />
      {lines.length === 0 ? (
        <EmptyCart />
      ) : (
        <>
          <TimeLeft />
          <CartLines hereEventId={hereEventId} />
          <div className="sticky -bottom-5 -mb-5 grid gap-3 border-line border-t bg-raised pt-4 pb-5">
            <p className="flex items-baseline justify-between gap-4">
              <span className="text-muted">{t('total')}</span>
              <Price money={total} className="font-display text-2xl" />
            </p>
            <Button asChild size="lg">
              <Link href={`/${cart.tenant}/checkout`} data-focus-stop>
                {t('pay')}
              </Link>
            </Button>
            {lines.length > 1 && (
              <Button variant="quiet" size="sm" data-focus-stop onClick={() => cart.remove(lines)}>
                {t('removeAll')}
              </Button>
            )}
          </div>
        </>
      )}
    </div>
  );
}

function EmptyCart() {
  const t = useTranslations('cart');
  const { durationMs } = useCartState().seen.status;
  const minutes = Math.max(1, Math.round(durationMs / 60_000));
  return <p className="-mt-2 text-muted leading-relaxed">{t('emptyLine', { minutes })}</p>;
}
