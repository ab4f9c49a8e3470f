'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useCart, useCartState } from './cart-provider';

/**
 * Stays for as long as the server does not answer, or lets a choice wait. That it is back, a
 * passing notice tells.
 * @param stale what else the page shows gets no news, although the cart does.
 */
export function ConnectionNotice({
  stale = false,
  className,
}: {
  stale?: boolean;
  className?: string;
}) {
  const t = useTranslations('cart');
  const cart = useCart();
  const { reachable, slow, units } = useCartState();
  return (
    <div role="status" className={className}>
      {reachable && slow && (
        <Notice data-slot="slow" className="shadow-lift" title={t('slow')}>
          {t('slowLine')}
        </Notice>
      )}
      {reachable && stale && (
        <Notice tone="warn" data-slot="stale" className="shadow-lift" title={t('stale')}>
          {t('lostConnectionLineEmpty')}
        </Notice>
      )}
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
