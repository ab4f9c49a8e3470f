import type { Db } from '@/db/client';
import type { Context } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import { providerNamed } from '@/lib/payments/service';
import { tenantOfOrder } from '@/lib/tenants/queries';
import { type Claimant, type OrderWithTenant, orderByKey } from './queries';
import { takePaymentEvent } from './service';

/**
 * The buyer decides what the sandbox's bank answers. Approved twice, it is one payment.
 * @returns the order as it is then.
 * @throws DomainError `provider_not_found`, `order_not_found`, `unavailable`.
 */
export async function paySandbox(
  db: Db,
  orderId: string,
  claimant: Claimant,
  outcome: 'approve' | 'decline',
): Promise<OrderWithTenant> {
  const { name } = providerNamed('sandbox');
  const order = await orderByKey(db, orderId, claimant);
  const tenant = order && (await tenantOfOrder(db, orderId));
  if (!order || !tenant) throw new DomainError('order_not_found');
  const ctx: Context = { db, tenantId: tenant.id, actor: { kind: 'system' } };
  await takePaymentEvent(ctx, name, {
    orderId,
    outcome: outcome === 'approve' ? 'captured' : 'declined',
    reference: `sandbox-${orderId}`,
    amountMinor: order.total.amount,
  });
  return (await orderByKey(db, orderId, claimant)) as OrderWithTenant;
}

/** The order's wire body: without what only the pages need. */
export function orderBody({ tenant: _tenant, venues: _venues, ...order }: OrderWithTenant) {
  return order;
}
