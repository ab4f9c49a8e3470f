'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useCart, useCartState } from '@/components/cart/cart-provider';
import { SpokenEndedNotices } from '@/components/cart/ended-notices';
import { useFocusRescue } from '@/components/cart/use-focus-rescue';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { formatMoney } from '@/lib/i18n/money';
import { Link } from '@/lib/i18n/navigation';
import type { Order } from '@/lib/orders/schema';
import { SafeTime } from './safe-time';
import { stillHeld } from './still-held';
import { type Payment, useSandbox } from './use-sandbox';
import { useUnpaid } from './use-unpaid';

/** The payment of an open order, here a test: approve or decline it as a bank would. */
export function PaymentStep({ order, orderKey }: { order: Order; orderKey: string }) {
  const t = useTranslations('checkout');
  const locale = useLocale();
  const declined = order.status === 'failed';
  const { send, sending, payment } = useSandbox({ id: order.id, declined }, orderKey);
  const { locks } = useCartState().seen.status;
  const area = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusRescue(area, heading);
  // The form that had focus is gone: reading goes on here.
  useEffect(() => heading.current?.focus(), []);
  const over = sending === null && !stillHeld(order.items, locks);
  const unpaid = useUnpaid(order.id, orderKey, over);
  return (
    <section ref={area} aria-labelledby="payment-title" className="grid gap-5">
      <h2
        ref={heading}
        tabIndex={-1}
        id="payment-title"
        className="font-display text-2xl outline-none"
      >
        {t('payHeading')}
      </h2>
      <SpokenEndedNotices />
      <div role="alert" className="empty:hidden">
        {over && unpaid && <Closed />}
      </div>
      {!over && (
        <>
          <SafeTime />
          <div role="alert" className="empty:hidden">
            <Outcome payment={payment} />
          </div>
          <div className="grid gap-4 rounded-card border border-line border-dashed bg-raised p-5">
            <p>{t('payLine', { total: formatMoney(order.total, locale) })}</p>
            <div className="grid gap-3 sm:flex">
              <Button size="lg" pending={sending === 'approve'} onClick={() => send('approve')}>
                {t('approve')}
              </Button>
              <Button
                size="lg"
                variant="secondary"
                pending={sending === 'decline'}
                onClick={() => send('decline')}
              >
                {t('decline')}
              </Button>
            </div>
          </div>
        </>
      )}
    </section>
  );
}

function Closed() {
  const t = useTranslations('checkout');
  const { tenant } = useCart();
  return (
    <Notice
      tone="warn"
      title={t('closedTitle')}
      action={
        <Button asChild variant="secondary" size="sm" className="min-h-11">
          <Link href={`/${tenant}/checkout`}>{t('closedBack')}</Link>
        </Button>
      }
    >
      {t('closedLine')}
    </Notice>
  );
}

function Outcome({ payment }: { payment: Payment }) {
  const t = useTranslations('checkout');
  const errors = useTranslations('errors');
  if (payment.kind === 'none') return null;
  if (payment.kind === 'declined') {
    return (
      <Notice tone="danger" title={t('declined')}>
        {t('declinedLine')}
      </Notice>
    );
  }
  return (
    <Notice tone="danger" title={t('failed')}>
      {errors(payment.code)}
    </Notice>
  );
}
