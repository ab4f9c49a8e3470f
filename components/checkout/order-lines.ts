import type { Order } from '@/lib/orders/schema';

export type OrderGroup = { eventId: string; name: string; startsAt: string; items: Order['items'] };

/** An order's lines by event, in the order of the order; places of one zone and price are one line. */
export function orderGroups(items: Order['items']): OrderGroup[] {
  const groups = new Map<string, OrderGroup>();
  for (const item of items) {
    const { eventId, eventName: name, startsAt } = item;
    const group = groups.get(eventId) ?? { eventId, name, startsAt, items: [] };
    groups.set(eventId, { ...group, items: withItem(group.items, item) });
  }
  return [...groups.values()];
}

function withItem(items: Order['items'], item: Order['items'][number]): Order['items'] {
  const isSame = (other: Order['items'][number]) =>
    item.seat === null &&
    other.seat === null &&
    other.zoneName === item.zoneName &&
    other.price.amount === item.price.amount;
  if (!items.some(isSame)) return [...items, item];
  return items.map((other) =>
    isSame(other) ? { ...other, quantity: other.quantity + item.quantity } : other,
  );
}
