import { refusing } from '@/lib/http/methods';
import { json, route } from '@/lib/http/route';
import { lockStatus } from '@/lib/locks/queries';

/** What the session holds. Without one, an empty cart and no cookie. */
export const GET = route('GET /sales/cart/lock/status', async (call) => {
  const tenant = await call.tenant();
  return json(await lockStatus((await call.knownBuyer(tenant)) ?? call.context(tenant)));
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refusing('GET');
