import { describe, expect, test } from 'vitest';
import { arena } from './arena';
import { parties, standingParties } from './parties';
import { seeded } from './random';

const seats = arena().zones.flatMap((zone) => zone.seats);

describe('people who buy together', () => {
  test.each([0.1, 0.35, 0.96])('fill about %d of the hall', (share) => {
    const sold = parties(seats, share, seeded(1), 1).flat().length / seats.length;
    expect(sold).toBeGreaterThan(share - 0.08);
    expect(sold).toBeLessThan(share + 0.08);
  });

  test('sit side by side in one row, one to six of them', () => {
    for (const group of parties(seats, 0.5, seeded(2), 1)) {
      expect(group.length).toBeLessThanOrEqual(6);
      for (const [i, seat] of group.entries()) {
        if (i === 0) continue;
        expect(seat).toBe(group[i - 1]! + 1);
        expect(seats[seat]!.row).toBe(seats[seat - 1]!.row);
      }
    }
  });

  test('take no seat twice and none that is blocked', () => {
    const taken = parties(seats, 0.96, seeded(3), 1).flat();
    expect(new Set(taken).size).toBe(taken.length);
    expect(taken.filter((i) => seats[i]!.blocked)).toEqual([]);
  });

  test('are the same people on every machine', () => {
    expect(parties(seats, 0.3, seeded(4), 1)).toEqual(parties(seats, 0.3, seeded(4), 1));
    expect(parties(seats, 0.3, seeded(4), 1)).not.toEqual(parties(seats, 0.3, seeded(5), 1));
  });

  test('stand in exactly as many places as are sold', () => {
    const groups = standingParties(2_100, seeded(6));
    expect(groups.reduce((sum, size) => sum + size, 0)).toBe(2_100);
    expect(Math.min(...groups)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...groups)).toBeLessThanOrEqual(6);
  });
});
