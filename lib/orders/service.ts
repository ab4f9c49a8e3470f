import type { BuyerContext, Context } from '@/lib/context';
import { pokeOutbox } from '@/lib/outbox/service';
import type { PaymentEvent } from '@/lib/payments/schema';
import { withRetry } from '@/lib/transient';
import { openOrder } from './checkout';
import type { Checkout, CheckoutInput } from './schema';
import { declinePayment, settlePayment } from './settle';

/** Opens an order for the session's locks. See `checkout.ts` for what it throws; also `unavailable`. */
export function checkout(ctx: BuyerContext, input: CheckoutInput): Promise<Checkout> {
  return withRetry(() => openOrder(ctx, input));
}

/**
 * Takes in what a payment provider tells, once however often it is told.
 * @throws DomainError `order_not_found`, `unavailable`.
 */
export async function takePaymentEvent(
  ctx: Context,
  provider: string,
  { outcome, ...payment }: PaymentEvent,
): Promise<void> {
  if (outcome === 'declined') return withRetry(() => declinePayment(ctx, payment.orderId));
  await withRetry(() => settlePayment(ctx, { ...payment, provider }));
  pokeOutbox();
}
