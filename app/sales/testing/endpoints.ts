import type { Hall } from '@/db/testing/hall';

/** Every endpoint that takes a JSON body, and a body that it takes. */
export function writing(
  hall: Hall,
  orderId: string,
): [method: string, path: string, good: object][] {
  const tenant = `?tenant=${hall.slug}`;
  return [
    ['POST', '/sales/cart/lock', { eventId: hall.eventId, items: [placesOf(hall, 1)] }],
    ['POST', '/sales/cart/lock/best', { eventId: hall.eventId, quantity: 1 }],
    ['DELETE', `/sales/cart/lock${tenant}`, { items: [placesOf(hall, 1)] }],
    ['PUT', `/sales/cart/lock/extend${tenant}`, { minutes: 1 }],
    ['POST', `/sales/checkout${tenant}`, { email: 'ana@example.com', name: 'Ana' }],
    ['POST', `/sales/checkout/${orderId}/sandbox`, { outcome: 'decline' }],
  ];
}

export const placesOf = (hall: Hall, quantity: number) => ({ zoneId: hall.general, quantity });
export const seatOf = (hall: Hall, index: number) => ({
  zoneId: hall.numbered,
  seatId: hall.seatIds[index] as number,
});
