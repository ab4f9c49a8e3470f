import { DomainError } from '@/lib/errors';
import { refusing } from '@/lib/http/methods';
import { json, route } from '@/lib/http/route';
import { orderOfCall } from '@/lib/orders/find';
import { orderByKey } from '@/lib/orders/queries';
import { orderBody } from '@/lib/orders/sandbox';
import { accountFromCookies } from '@/lib/users/queries';

export const GET = route('GET /sales/orders/{orderId}', async (call) => {
  const { id } = await orderOfCall(call);
  const account = await accountFromCookies(call.db, call.request.headers.get('cookie'));
  const order = await orderByKey(call.db, id, {
    key: call.url.searchParams.get('key'),
    userId: account?.id ?? null,
    sessionKey: call.sessionKey,
  });
  if (!order) throw new DomainError('order_not_found');
  return json(orderBody(order));
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refusing('GET');
