'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { Showing } from '@/components/cart/cart-lines';
import { CartNotices } from '@/components/cart/cart-notices';
import { CartProvider, useCart, useCartState } from '@/components/cart/cart-provider';
import { ConnectionNotice } from '@/components/cart/connection-notice';
import { CountdownAnnouncer } from '@/components/cart/countdown-announcer';
import { SpokenEndedNotices } from '@/components/cart/ended-notices';
import { Button } from '@/components/ui/button';
import { StatePanel } from '@/components/ui/state';
import { Link } from '@/lib/i18n/navigation';
import type { LockStatus } from '@/lib/locks/schema';
import type { Order } from '@/lib/orders/schema';
import { BuyerForm } from './buyer-form';
import { CartSummary } from './cart-summary';
import type { Buyer } from './form-problems';
import { OrderSummary } from './order-summary';
import { PaymentStep } from './payment-step';

export type CheckoutRoomProps = {
  tenant: string;
  timeZone: string;
  status: LockStatus;
  /** The organizer's events, to name those in the cart by more than their title. */
  showings: readonly Showing[];
  buyer: Buyer;
  /** Opened before, and still to be paid. */
  open: { order: Order; key: string } | null;
};

/** From a full cart to a paid order. */
export function CheckoutRoom(props: CheckoutRoomProps) {
  const { tenant, timeZone, status, showings, buyer, open } = props;
  return (
    <CartProvider tenant={tenant} status={status}>
      <Closely />
      <ConnectionNotice className="mb-6 empty:hidden" />
      {open ? (
        <Columns
          aside={<OrderSummary order={open.order} timeZone={timeZone} />}
          main={<PaymentStep order={open.order} orderKey={open.key} />}
        />
      ) : (
        <CartStep tenant={tenant} showings={showings} buyer={buyer} />
      )}
      <CountdownAnnouncer />
      <CartNotices endsInSight />
    </CartProvider>
  );
}

/** No live stream is open here, and who is about to pay hears at once of what happens to the cart. */
function Closely() {
  const cart = useCart();
  useEffect(() => {
    cart.closely = true;
    return () => {
      cart.closely = false;
    };
  }, [cart]);
  return null;
}

function CartStep({
  tenant,
  showings,
  buyer,
}: Pick<CheckoutRoomProps, 'tenant' | 'showings' | 'buyer'>) {
  const { lines } = useCartState();
  return (
    <div className="grid gap-6">
      <SpokenEndedNotices />
      {lines.length > 0 ? (
        <Columns aside={<CartSummary showings={showings} />} main={<BuyerForm buyer={buyer} />} />
      ) : (
        <NothingToPay tenant={tenant} />
      )}
    </div>
  );
}

function NothingToPay({ tenant }: { tenant: string }) {
  const t = useTranslations('checkout');
  return (
    <StatePanel
      title={t('emptyTitle')}
      line={t('emptyLine')}
      action={
        <Button asChild>
          <Link href={`/${tenant}`}>{t('choose')}</Link>
        </Button>
      }
    />
  );
}

/** On a phone what is bought comes first; wide, it stands at the right. */
function Columns({ main, aside }: { main: React.ReactNode; aside: React.ReactNode }) {
  return (
    <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-[minmax(0,1fr)_25rem] lg:gap-12">
      <div className="min-w-0 lg:order-last">{aside}</div>
      <div className="max-w-xl">{main}</div>
    </div>
  );
}
