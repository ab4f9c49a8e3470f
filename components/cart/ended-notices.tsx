'use client';

import { useTranslations } from 'next-intl';
import { Button, type ButtonProps } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useCart, useCartState } from './cart-provider';
import { usePlaceNames } from './use-place-names';

/** The same, read out where no passing notice tells it. */
export function SpokenEndedNotices() {
  return (
    <div role="alert" className="grid gap-5 empty:hidden">
      <EndedNotices />
    </div>
  );
}

/** What left the cart, or did not get in, without the buyer's doing stays told until answered. */
export function EndedNotices() {
  const t = useTranslations('cart');
  const names = usePlaceNames();
  const cart = useCart();
  const { lapsed, unsent, withdrawn } = useCartState();
  return (
    <>
      {unsent.length > 0 && (
        <Notice
          tone="warn"
          data-slot="unsent"
          title={t('unsentTitle')}
          action={
            <>
              <Answer onClick={() => cart.askAgain('unsent')}>{t('askAgain')}</Answer>
              <Answer variant="quiet" onClick={() => cart.dismiss('unsent')}>
                {t('dismiss')}
              </Answer>
            </>
          }
        >
          {t('unsentLine', { places: names.all(unsent) })}
        </Notice>
      )}
      {lapsed.length > 0 && (
        <Notice
          tone="warn"
          data-slot="lapsed"
          title={t('lapsedTitle')}
          action={
            <>
              <Answer onClick={() => cart.askAgain('lapsed')}>{t('lockAgain')}</Answer>
              <Answer variant="quiet" onClick={() => cart.dismiss('lapsed')}>
                {t('dismiss')}
              </Answer>
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
            <Answer variant="secondary" onClick={() => cart.dismiss('withdrawn')}>
              {t('understood')}
            </Answer>
          }
        >
          {t('withdrawnLine', { places: names.all(withdrawn) })}
        </Notice>
      )}
    </>
  );
}

function Answer(props: ButtonProps) {
  return <Button size="sm" className="min-h-11" data-focus-stop {...props} />;
}
