import { DomainError } from '@/lib/errors';
import { json, route } from '@/lib/http/route';
import { orderBody, paySandbox } from '@/lib/orders/sandbox';
import { sandboxInputSchema } from '@/lib/orders/schema';
import { isUuid } from '@/lib/uuid';

/** The buyer decides what the sandbox's bank answers. */
export const POST = route('POST /sales/checkout/{orderId}/sandbox', async (call) => {
  const { outcome } = await call.json(sandboxInputSchema);
  const orderId = call.segment(2);
  if (!isUuid(orderId)) throw new DomainError('order_not_found');
  const key = call.url.searchParams.get('key');
  return json(orderBody(await paySandbox(call.db, orderId, { key }, outcome)));
});
