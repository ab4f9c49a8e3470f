import { refusing } from '@/lib/http/methods';
import { json, route } from '@/lib/http/route';
import { answerBest } from '@/lib/locks/answers';
import { bestInputSchema } from '@/lib/locks/schema';

/** Chooses seats for a group and locks them. */
export const POST = route('POST /sales/cart/lock/best', async (call) => {
  const input = await call.json(bestInputSchema);
  const tenant = await call.tenant({ eventId: input.eventId });
  const ctx = await call.buyer(tenant);
  return call.once(ctx, async () => {
    const body = await answerBest(ctx, input, call.request.signal);
    return call.keepSession(json(body, 201));
  });
});

export const { DELETE, GET, OPTIONS, PATCH, PUT } = refusing('POST');
