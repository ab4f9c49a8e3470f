'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Price } from '@/components/ui/price';
import { Link } from '@/lib/i18n/navigation';
import { CartLines } from './cart-lines';
import { useCart, useCartState } from './cart-provider';
import { TimeLeft } from './time-left';

/** A cart with something in it: the time, what is held, what it costs, and the way on. */
export function CartFilled({ hereEventId }: { hereEventId?: string }) {
  const t = useTranslations('cart');
  const cart = useCart();
  const { lines, total } = useCartState();
  return (
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
  );
}
