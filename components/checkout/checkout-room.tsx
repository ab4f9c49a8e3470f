'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useRef } from 'react';
import type { Showing } from '@/components/cart/cart-lines';
import { CartNotices } from '@/components/cart/cart-notices';
import { CartProvider, useCartState } from '@/components/cart/cart-provider';
import { ConnectionNotice } from '@/components/cart/connection-notice';
import { CountdownAnnouncer } from '@/components/cart/countdown-announcer';
import { SpokenEndedNotices } from '@/components/cart/ended-notices';
import { useFocusRescue } from '@/components/cart/use-focus-rescue';
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
import { useCartFeed } from './use-cart-feed';

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
      <Feed />
      <ConnectionNotice className="mb-6 empty:hidden" />
      {open ? (
        <Columns
          aside={<OrderSummary order={open.order} timeZone={timeZone} />}
          main={<PaymentStep order={open.order} orderKey={open.key} />}
        />
      ) : (
        <CartStep tenant={tenant} status={status} showings={showings} buyer={buyer} />
      )}
      <CountdownAnnouncer />
      <CartNotices endsOnPage />
    </CartProvider>
  );
}

function Feed() {
  useCartFeed();
  return null;
}

function CartStep({
  tenant,
  status,
  showings,
  buyer,
}: Pick<CheckoutRoomProps, 'tenant' | 'status' | 'showings' | 'buyer'>) {
  const { lines, lapsed, withdrawn } = useCartState();
  const area = useRef<HTMLDivElement>(null);
  const nothing = useRef<HTMLElement>(null);
  useFocusRescue(area, nothing);
  const lost = withdrawn.at(-1) ?? lapsed.at(-1);
  const eventId = lost?.place.eventId ?? status.locks[0]?.eventId;
  const showing = showings.find((one) => one.eventId === eventId);
  return (
    <div ref={area} className="grid gap-6">
      <SpokenEndedNotices />
      {lines.length > 0 ? (
        <Columns aside={<CartSummary showings={showings} />} main={<BuyerForm buyer={buyer} />} />
      ) : (
        <NothingToPay
          ref={nothing}
          lost={lost !== undefined}
          again={lapsed.length > 0}
          href={showing?.href ?? `/${tenant}`}
        />
      )}
    </div>
  );
}

function NothingToPay({
  ref,
  lost,
  again,
  href,
}: {
  ref: RefObject<HTMLElement | null>;
  /** Whether there was something that the buyer did not give back. */
  lost: boolean;
  /** Whether to have the same again is offered first. */
  again: boolean;
  /** Where there is something to choose. */
  href: string;
}) {
  const t = useTranslations('checkout');
  return (
    <StatePanel
      ref={ref}
      tabIndex={-1}
      className="outline-none"
      title={t(lost ? 'lostTitle' : 'emptyTitle')}
      line={t(lost ? 'lostLine' : 'emptyLine')}
      action={
        <Button asChild variant={again ? 'secondary' : 'primary'}>
          <Link href={href}>{t(lost ? 'chooseOthers' : 'choose')}</Link>
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
