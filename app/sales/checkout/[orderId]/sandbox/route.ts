import { refusing } from '@/lib/http/methods';
import { json, route } from '@/lib/http/route';
import { orderOfCall } from '@/lib/orders/find';
import { orderBody, paySandbox } from '@/lib/orders/sandbox';
import { sandboxInputSchema } from '@/lib/orders/schema';

/** The buyer decides what the sandbox's bank answers. */
export const POST = route('POST /sales/checkout/{orderId}/sandbox', async (call) => {
  const { outcome } = await call.json(sandboxInputSchema);
  const { tenant, id } = await orderOfCall(call);
  const key = call.url.searchParams.get('key');
  const answer = async () => json(orderBody(await paySandbox(call.db, id, { key }, outcome)));
  // The key alone opens an order: its holder may have no session to remember answers of.
  const ctx = await call.knownBuyer(tenant);
  return ctx ? call.once(ctx, answer) : answer();
});

export const { DELETE, GET, OPTIONS, PATCH, PUT } = refusing('POST');
