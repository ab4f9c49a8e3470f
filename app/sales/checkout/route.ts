import { DomainError } from '@/lib/errors';
import { refusing } from '@/lib/http/methods';
import { json, route } from '@/lib/http/route';
import { checkoutInputSchema } from '@/lib/orders/schema';
import { checkout } from '@/lib/orders/service';

/** Opens an order for what the session holds. */
export const POST = route('POST /sales/checkout', async (call) => {
  const input = await call.json(checkoutInputSchema);
  const tenant = await call.tenant();
  const ctx = await call.knownBuyer(tenant);
  if (!ctx) {
    if (input.lockIds) throw new DomainError('locks_not_live', { lockIds: input.lockIds });
    throw new DomainError('no_live_locks');
  }
  return call.once(ctx, async () => json(await checkout(ctx, input), 201));
});

export const { DELETE, GET, OPTIONS, PATCH, PUT } = refusing('POST');
