'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useCart, useCartState } from './cart-provider';
import { usePlaceNames } from './use-place-names';

/** What left the cart without the buyer's doing stays told until it is answered. */
export function EndedNotices() {
  const t = useTranslations('cart');
  const names = usePlaceNames();
  const cart = useCart();
  const { lapsed, withdrawn } = useCartState();
  return (
    <>
      {lapsed.length > 0 && (
        <Notice
          tone="warn"
          data-slot="lapsed"
          title={t('lapsedTitle')}
          action={
            <>
              <Button
                size="sm"
                className="min-h-11"
                data-focus-stop
                onClick={() => cart.lockAgain()}
              >
                {t('lockAgain')}
              </Button>
              <Button
                size="sm"
                className="min-h-11"
                variant="quiet"
                data-focus-stop
                onClick={() => cart.dismissEnded('lapsed')}
              >
                {t('dismiss')}
              </Button>
            </>
          }
        >
          {t('lapsedLine', { places: names.all(lapsed) })}
        </Notice>
      )}
      {withdrawn.length > 0 && (
        <Notice
          tone="danger"
          data-slot="withdrawn"
          title={t('withdrawnTitle')}
          action={
            <Button
              size="sm"
              className="min-h-11"
              variant="secondary"
              data-focus-stop
              onClick={() => cart.dismissEnded('withdrawn')}
            >
              {t('understood')}
            </Button>
          }
        >
          {t('withdrawnLine', { places: names.all(withdrawn) })}
        </Notice>
      )}
    </>
  );
}
