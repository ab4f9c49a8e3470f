import { DomainError } from '@/lib/errors';
import { refusing } from '@/lib/http/methods';
import { json, route } from '@/lib/http/route';
import { answerExtend } from '@/lib/locks/answers';
import { extendInputSchema } from '@/lib/locks/schema';

/** Extends locks of the session: those named, or all. */
export const PUT = route('PUT /sales/cart/lock/extend', async (call) => {
  const input = await call.json(extendInputSchema);
  const tenant = await call.tenant();
  const ctx = await call.knownBuyer(tenant);
  if (!ctx) throw new DomainError('no_live_locks');
  return call.once(ctx, async () => json(await answerExtend(ctx, input)));
});

export const { DELETE, GET, OPTIONS, PATCH, POST } = refusing('PUT');
