'use client';

import { useState, useTransition } from 'react';
import { useCart } from '@/components/cart/cart-provider';
import type { ErrorCode } from '@/lib/errors';
import { useRouter } from '@/lib/i18n/navigation';
import { sandboxAction } from '@/lib/orders/actions';
import { forgetTyped } from './typed';

export type Outcome = 'approve' | 'decline';

/** What became of the last try to pay. */
export type Payment =
  | { kind: 'none' }
  | { kind: 'declined' }
  | { kind: 'refused'; code: ErrorCode | 'unreachable' };

/** The test payment of an order: the buyer plays the bank. Once paid it leads to the tickets. */
export function useSandbox(order: { id: string; declined: boolean }, key: string) {
  const router = useRouter();
  const cart = useCart();
  const [sending, start] = useTransition();
  const [asked, setAsked] = useState<Outcome | null>(null);
  const [payment, setPayment] = useState<Payment>({ kind: order.declined ? 'declined' : 'none' });

  const send = (outcome: Outcome) => {
    if (sending) return;
    setAsked(outcome);
    start(async () => {
      const answer = await sandboxAction(cart.tenant, order.id, key, outcome).catch(() => null);
      if (!answer?.ok) {
        setPayment({ kind: 'refused', code: answer?.error.code ?? 'unreachable' });
        return;
      }
      const { status } = answer.data;
      if (status === 'pending' || status === 'failed') {
        setPayment({ kind: 'declined' });
        return;
      }
      start(() => router.replace(`/orders/${order.id}?${new URLSearchParams({ key })}`));
      forgetTyped(cart);
      cart.written.emit();
      await cart.refresh();
    });
  };

  return { send, sending: sending ? asked : null, payment };
}
