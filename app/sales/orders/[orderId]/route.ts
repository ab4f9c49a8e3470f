import { DomainError } from '@/lib/errors';
import { json, route } from '@/lib/http/route';
import { orderByKey } from '@/lib/orders/queries';
import { orderBody } from '@/lib/orders/sandbox';
import { userIdFromCookies } from '@/lib/users/queries';
import { isUuid } from '@/lib/uuid';

export const GET = route('GET /sales/orders/{orderId}', async (call) => {
  const orderId = call.segment(2);
  const order =
    isUuid(orderId) &&
    (await orderByKey(call.db, orderId, {
      key: call.url.searchParams.get('key'),
      userId: await userIdFromCookies(call.request.headers.get('cookie')),
      sessionKey: call.sessionKey,
    }));
  if (!order) throw new DomainError('order_not_found');
  return json(orderBody(order));
});
