import { readText } from '@/lib/http/body';
import { refusing } from '@/lib/http/methods';
import { json, route } from '@/lib/http/route';
import { takePaymentEvent } from '@/lib/orders/service';
import { providerNamed } from '@/lib/payments/service';

/** What a payment provider tells; its signature over the raw body comes before anything else. */
export const POST = route('POST /sales/payments/{provider}/webhook', async (call) => {
  const provider = providerNamed(call.segment(2));
  const event = provider.readWebhook(await readText(call.request), call.request.headers);
  if (event) {
    const tenant = await call.tenant({ orderId: event.orderId });
    await takePaymentEvent(call.context(tenant), provider.name, event);
  }
  return json({ received: true });
});

export const { DELETE, GET, OPTIONS, PATCH, PUT } = refusing('POST');
