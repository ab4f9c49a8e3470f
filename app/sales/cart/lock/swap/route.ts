import { refusing } from '@/lib/http/methods';
import { json, route } from '@/lib/http/route';
import { answerSwap } from '@/lib/locks/answers';
import { swapInputSchema } from '@/lib/locks/schema';

/** Gives locks of the session up for as many other seats. */
export const POST = route('POST /sales/cart/lock/swap', async (call) => {
  const input = await call.json(swapInputSchema);
  const tenant = await call.tenant({ eventId: input.eventId });
  const ctx = await call.buyer(tenant);
  return call.once(ctx, async () => {
    const body = await answerSwap(ctx, input, call.request.signal);
    return call.keepSession(json(body, 201));
  });
});

export const { DELETE, GET, OPTIONS, PATCH, PUT } = refusing('POST');
