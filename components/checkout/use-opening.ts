'use client';

import { useLocale } from 'next-intl';
import { useRef, useState, useTransition } from 'react';
import { useCart } from '@/components/cart/cart-provider';
import type { ErrorCode } from '@/lib/errors';
import { useRouter } from '@/lib/i18n/navigation';
import { checkoutAction } from '@/lib/orders/actions';
import type { Checkout } from '@/lib/orders/schema';
import type { Buyer } from './form-problems';

/** Why no order was opened: something ended in the meantime, or another refusal. */
export type OpeningFailure =
  | { kind: 'ended' }
  | { kind: 'refused'; code: ErrorCode | 'unreachable' };

/** Opens an order for what the buyer sees in the cart, and goes on to its payment. */
export function useOpening() {
  const locale = useLocale();
  const router = useRouter();
  const cart = useCart();
  const [opening, start] = useTransition();
  const [failure, setFailure] = useState<OpeningFailure | null>(null);
  const busy = useRef(false);

  const open = (buyer: Buyer) => {
    // Two submits of one moment both come before `opening` is drawn.
    if (busy.current || cart.leavingToPay) return;
    busy.current = true;
    start(async () => {
      await attempt(buyer);
      busy.current = false;
    });
  };

  const attempt = async (buyer: Buyer) => {
    setFailure(null);
    const { locks } = cart.state.seen.status;
    const input = { ...buyer, locale, lockIds: locks.map((lock) => lock.id) };
    const answer = await checkoutAction(cart.tenant, input).catch(() => null);
    if (answer?.ok) return proceed(answer.data);
    if (answer?.error.code === 'locks_not_live') {
      // Which they are, the cart tells once it has asked.
      setFailure({ kind: 'ended' });
    } else {
      setFailure({ kind: 'refused', code: answer?.error.code ?? 'unreachable' });
    }
    await cart.refresh();
  };

  const proceed = ({ orderId, key, payment }: Checkout) => {
    if (payment.provider !== 'sandbox' && payment.url) {
      cart.leavingToPay = true;
      window.location.assign(payment.url);
      return;
    }
    const query = new URLSearchParams({ order: orderId, key });
    start(() => router.replace(`/${cart.tenant}/checkout?${query}`));
  };

  return { open, opening, failure };
}
