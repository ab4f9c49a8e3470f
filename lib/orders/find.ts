import { DomainError } from '@/lib/errors';
import type { Call } from '@/lib/http/call';
import { type Tenant, tenantOfOrder } from '@/lib/tenants/queries';
import { isUuid } from '@/lib/uuid';

/**
 * The order that the path names, `/sales/{…}/{orderId}…`, and its organizer. Who asks may not be
 * its owner: that is still to be checked.
 * @throws DomainError `order_not_found`, also for an order of another organizer than the one given;
 *   `tenant_not_found`.
 */
export async function orderOfCall(call: Call): Promise<{ tenant: Tenant; id: string }> {
  const id = call.segment(2).toLowerCase();
  if (!isUuid(id)) throw new DomainError('order_not_found');
  const tenant = await tenantOfOrder(call.db, id);
  const given = await call.givenTenant();
  if (!tenant || (given && given.id !== tenant.id)) throw new DomainError('order_not_found');
  return { tenant, id };
}
