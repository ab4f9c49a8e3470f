'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { CartLines, type Showing } from '@/components/cart/cart-lines';
import { useCartState } from '@/components/cart/cart-provider';
import { TimeLeft } from '@/components/cart/time-left';
import { useFocusRescue } from '@/components/cart/use-focus-rescue';
import { Price } from '@/components/ui/price';

/** What is about to be bought, and the time there is for it. */
export function CartSummary({ showings }: { showings: readonly Showing[] }) {
  const t = useTranslations('checkout');
  const { total } = useCartState();
  const area = useRef<HTMLElement>(null);
  const top = useRef<HTMLHeadingElement>(null);
  useFocusRescue(area, top);
  return (
    <section
      ref={area}
      aria-labelledby="summary-title"
      className="grid grid-cols-1 gap-4 rounded-card border border-line bg-raised p-5"
    >
      <h2 ref={top} tabIndex={-1} id="summary-title" className="font-display text-2xl outline-none">
        {t('summary')}
      </h2>
      <TimeLeft />
      <CartLines showings={showings} />
      <p className="flex items-baseline justify-between gap-4 border-line border-t pt-4">
        <span className="text-muted">{t('total')}</span>
        <Price money={total} className="font-display text-3xl" />
      </p>
    </section>
  );
}
