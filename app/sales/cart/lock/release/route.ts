import { refusing } from '@/lib/http/methods';
import { route } from '@/lib/http/route';
import { abandonLocks } from '@/lib/locks/service';
import { log } from '@/lib/log';

/**
 * The beacon of a closing tab: abandons softly. Its body says nothing and is not read. Nobody waits
 * for the answer: what fails here only means that the locks run their full time.
 */
export const POST = route('POST /sales/cart/lock/release', async (call) => {
  try {
    await call.request.body?.cancel();
    const tenant = (await call.knownTenant()) ?? (await call.defaultTenant());
    const ctx = tenant && (await call.knownBuyer(tenant));
    if (ctx) await abandonLocks(ctx);
  } catch (error) {
    log.warn('a beacon came to nothing', { requestId: call.requestId, error });
  }
  return new Response(null, { status: 204 });
});

export const { DELETE, GET, OPTIONS, PATCH, PUT } = refusing('POST');
