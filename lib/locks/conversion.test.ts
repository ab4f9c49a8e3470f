import { describe, expect, test } from 'vitest';
import { type ConversionFacts, type OrderLine, planConversion } from './conversion';

const [stalls, floor] = [1, 2];
const [buyer, rival] = ['buyer', 'rival'];

const seatLine: OrderLine = {
  lockId: 'seat-lock',
  sessionKey: buyer,
  userId: null,
  eventId: 'event',
  zoneId: stalls,
  seatId: 7,
  quantity: 1,
  heldQuantity: 1,
  priceMinor: 4_500,
  status: 'active',
  takenBack: false,
  durationMs: 900_000,
};
const placesLine: OrderLine = {
  ...seatLine,
  lockId: 'places-lock',
  zoneId: floor,
  seatId: null,
  quantity: 3,
  heldQuantity: 3,
  priceMinor: 2_000,
};

/** The order's seat is held by its own lock, as long as that is active. */
function plan(lines: OrderLine[], facts: Partial<ConversionFacts> = {}) {
  const own = lines.filter((line) => line.status === 'active' && line.seatId !== null);
  let made = 0;
  return planConversion(
    {
      nowMs: 1_000,
      lines,
      seatsForSale: new Set([7, 8]),
      seatLocks: new Map(own.map((line) => [line.seatId as number, { ...line, id: line.lockId }])),
      zoneRoom: new Map([
        [stalls, 0],
        [floor, 0],
      ]),
      ...facts,
    },
    () => `new-${++made}`,
  );
}

const lockIds = (sold: ReturnType<typeof plan>) => sold?.map((line) => line.lockId);

describe('an order that is paid', () => {
  test('sells the locks that it was opened for, at the price of then', () => {
    const sold = plan([seatLine, placesLine]);
    expect(sold).toMatchObject([
      { lockId: 'seat-lock', quantity: 1, priceMinor: 4_500, retakenAtMs: null },
      { lockId: 'places-lock', quantity: 3, priceMinor: 2_000, retakenAtMs: null },
    ]);
  });

  test('takes a seat again whose lock has ended, when it is free', () => {
    for (const status of ['expired', 'released'] as const) {
      const sold = plan([{ ...seatLine, status }]);
      expect(sold).toMatchObject([{ lockId: 'new-1', seatId: 7, retakenAtMs: 1_000 }]);
    }
  });

  test('is not sold when the seat went to another meanwhile: locked, sold or off sale', () => {
    const ended = { ...seatLine, status: 'expired' as const };
    const seatLocks = new Map([[7, { id: 'theirs', sessionKey: rival }]]);
    expect(plan([ended], { seatLocks })).toBeNull();
    expect(plan([ended], { seatsForSale: new Set([8]) })).toBeNull();
  });

  test('is sold under the lock that the buyer made anew on the same seat', () => {
    const seatLocks = new Map([[7, { id: 'again', sessionKey: buyer }]]);
    const sold = plan([{ ...seatLine, status: 'expired' }], { seatLocks });
    expect(sold).toMatchObject([{ lockId: 'again', retakenAtMs: null }]);
  });

  test('takes places again that are free, and not one more than there are', () => {
    const ended = { ...placesLine, status: 'expired' as const };
    expect(lockIds(plan([ended], { zoneRoom: new Map([[floor, 3]]) }))).toEqual(['new-1']);
    expect(plan([ended], { zoneRoom: new Map([[floor, 2]]) })).toBeNull();
  });

  test('of which a part was given back takes only that part again, by a lock of its own', () => {
    const shrunk = { ...placesLine, heldQuantity: 1 };
    expect(plan([shrunk], { zoneRoom: new Map([[floor, 2]]) })).toMatchObject([
      { lockId: 'places-lock', quantity: 1, retakenAtMs: null },
      { lockId: 'new-1', orderedLockId: 'places-lock', quantity: 2, retakenAtMs: 1_000 },
    ]);
    expect(plan([shrunk], { zoneRoom: new Map([[floor, 1]]) })).toBeNull();
  });

  test('counts the room of a zone once for all its lines', () => {
    const ended = [1, 2].map((n) => ({
      ...placesLine,
      lockId: `places-${n}`,
      status: 'expired' as const,
    }));
    expect(plan(ended, { zoneRoom: new Map([[floor, 5]]) })).toBeNull();
    expect(plan(ended, { zoneRoom: new Map([[floor, 6]]) })).toHaveLength(2);
  });

  test('is sold whole or not at all', () => {
    const gone = { ...seatLine, lockId: 'gone', seatId: 9, status: 'expired' as const };
    expect(plan([seatLine, placesLine, gone])).toBeNull();
  });

  test('is not sold a second time when another order has sold its locks', () => {
    const takenBack = { ...seatLine, status: 'released' as const, takenBack: true };
    expect(plan([takenBack])).toBeNull();
    const converted = { ...placesLine, status: 'converted' as const };
    expect(plan([converted], { zoneRoom: new Map([[floor, 50]]) })).toBeNull();
  });
});
