import { refusing } from '@/lib/http/methods';
import { json, route } from '@/lib/http/route';
import { answerLock, answerRelease } from '@/lib/locks/answers';
import { lockStatus } from '@/lib/locks/queries';
import { lockInputSchema, releaseInputSchema } from '@/lib/locks/schema';

/** Locks seats and places for the session. */
export const POST = route('POST /sales/cart/lock', async (call) => {
  const input = await call.json(lockInputSchema);
  const tenant = await call.tenant({ eventId: input.eventId });
  const ctx = await call.buyer(tenant);
  return call.once(ctx, async () => {
    const { created, body } = await answerLock(ctx, input, call.request.signal);
    return call.keepSession(json(body, created ? 201 : 200));
  });
});

/** Gives back locks of the session: those named, or all. */
export const DELETE = route('DELETE /sales/cart/lock', async (call) => {
  const input = await call.json(releaseInputSchema);
  const tenant = await call.tenant();
  const ctx = await call.knownBuyer(tenant);
  if (ctx) return json(await answerRelease(ctx, input));
  const status = await lockStatus(call.context(tenant));
  const notFound = 'lockIds' in input ? input.lockIds : 'items' in input ? input.items : [];
  return json({ ...status, released: [], notFound });
});

export const { GET, OPTIONS, PATCH, PUT } = refusing('POST', 'DELETE');
