import * as healthz from '@/app/healthz/route';
import * as metrics from '@/app/metrics/route';
import * as openapi from '@/app/openapi.json/route';
import * as readyz from '@/app/readyz/route';
import * as rest from '@/app/sales/[...path]/route';
import * as best from '@/app/sales/cart/lock/best/route';
import * as extend from '@/app/sales/cart/lock/extend/route';
import * as release from '@/app/sales/cart/lock/release/route';
import * as lock from '@/app/sales/cart/lock/route';
import * as status from '@/app/sales/cart/lock/status/route';
import * as swap from '@/app/sales/cart/lock/swap/route';
import * as sandbox from '@/app/sales/checkout/[orderId]/sandbox/route';
import * as checkout from '@/app/sales/checkout/route';
import * as availability from '@/app/sales/events/[id]/availability/route';
import * as live from '@/app/sales/events/[id]/live/route';
import * as event from '@/app/sales/events/[id]/route';
import * as seats from '@/app/sales/events/[id]/seats/route';
import * as events from '@/app/sales/events/route';
import * as order from '@/app/sales/orders/[orderId]/route';
import * as webhook from '@/app/sales/payments/[provider]/webhook/route';

export type Handler = (request: Request) => Response | Promise<Response>;

/** The file system's routes; the first that fits is meant, as the more exact comes first. */
export const table: [template: string, module: object][] = [
  ['/healthz', healthz],
  ['/readyz', readyz],
  ['/metrics', metrics],
  ['/openapi.json', openapi],
  ['/sales/events', events],
  ['/sales/events/{id}', event],
  ['/sales/events/{id}/seats', seats],
  ['/sales/events/{id}/availability', availability],
  ['/sales/events/{id}/live', live],
  ['/sales/cart/lock', lock],
  ['/sales/cart/lock/best', best],
  ['/sales/cart/lock/swap', swap],
  ['/sales/cart/lock/extend', extend],
  ['/sales/cart/lock/status', status],
  ['/sales/cart/lock/release', release],
  ['/sales/checkout', checkout],
  ['/sales/checkout/{orderId}/sandbox', sandbox],
  ['/sales/orders/{orderId}', order],
  ['/sales/payments/{provider}/webhook', webhook],
];

/** The handler that the server would call, and the address as the API's description writes it. */
export function handlerOf(
  method: string,
  pathname: string,
): { handler: Handler; template: string | null } {
  const [template, module] = table.find(([each]) => fits(each, pathname)) ?? [null, rest];
  const handler = (module as Record<string, Handler | undefined>)[method];
  if (!handler) throw new Error(`${method} ${pathname} has no handler`);
  return { handler, template };
}

function fits(template: string, pathname: string): boolean {
  const expected = template.split('/');
  const given = pathname.replace(/\/$/, '').split('/');
  return (
    given.length === expected.length &&
    expected.every((segment, i) => segment.startsWith('{') || segment === given[i])
  );
}
