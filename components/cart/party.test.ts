import { describe, expect, it } from 'vitest';
import { parties } from './party';
import type { Want } from './place';

function want(zoneId: number, row: string | null, seat: string | null): Want {
  const price = { amount: 4500, currency: 'EUR' };
  const names = { eventId: 'e', eventName: 'Carmen', zoneName: String(zoneId) };
  return { place: { ...names, zoneId, seatId: null, row, seat, price }, units: 1 };
}

const said = (wants: Want[]) =>
  parties(wants).map((party) => party.map(({ place }) => `${place.row}-${place.seat}`).join());

describe('places as one phrase', () => {
  it('name the row once for the seats in it, in the order in which they came', () => {
    const wants = [want(1, '3', '9'), want(1, '4', '2'), want(1, '3', '7')];
    expect(said(wants)).toEqual(['3-9,3-7', '4-2']);
  });

  it('keep apart rows of one name in two zones, seats without a row, and places', () => {
    const wants = [want(1, '3', '9'), want(2, '3', '9'), want(1, null, '1'), want(1, null, '2')];
    expect(said([...wants, want(3, null, null)])).toHaveLength(5);
  });
});
