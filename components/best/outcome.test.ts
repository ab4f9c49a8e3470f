import { describe, expect, it } from 'vitest';
import { aLock, aSeat, aStatus } from '@/components/cart/testing';
import type { ActionResult } from '@/lib/http/problem';
import type { Best, LiveLock } from '@/lib/locks/schema';
import { outcomeOf, stillHeld } from './outcome';

const locks = [7, 8, 20].map((seat) => aLock(aSeat(seat, { row: seat < 10 ? '1' : '2' })));
const [seven, eight, twenty] = locks as [LiveLock, LiveLock, LiveLock];
const known = { swapping: false, before: [], after: [] };

const block = (...seats: LiveLock[]) => ({
  zoneId: 1,
  zoneName: 'Platea',
  row: seats[0]?.row ?? '',
  seats: seats.map(({ seatId, seat }) => ({ seatId: seatId ?? 0, label: seat ?? '' })),
});

function found(...blocks: LiveLock[][]): ActionResult<Best> {
  const placement = blocks.length > 1 ? 'split' : 'together';
  const more = { locked: [], released: [], placement, blocks: blocks.map((b) => block(...b)) };
  return { ok: true, data: { ...aStatus(locks), ...more } as Best };
}

const refused = (code: string, more: object = {}) =>
  ({ ok: false, error: { code, ...more } }) as ActionResult<Best>;

describe('an answer about the best seats', () => {
  it('is the locks of each block, in the order in which they sit', () => {
    expect(outcomeOf(found([eight, seven], [twenty]), known)).toEqual({
      kind: 'found',
      placement: 'split',
      blocks: [[eight, seven], [twenty]],
    });
  });

  it('that never came is a yes where the cart holds new seats', () => {
    const lost = outcomeOf(null, { swapping: false, before: [seven], after: locks });
    expect(lost).toEqual({ kind: 'found', placement: null, blocks: [[eight], [twenty]] });
    const nothing = outcomeOf(null, { swapping: false, before: locks, after: locks });
    expect(nothing).toEqual({ kind: 'unheard' });
  });

  it('says how many are left, and how many more may be held', () => {
    const short = refused('not_enough_seats', { requested: 4, available: 2 });
    expect(outcomeOf(short, { ...known, swapping: true })).toEqual({
      kind: 'short',
      requested: 4,
      available: 2,
      swapping: true,
    });
    const limit = refused('lock_limit_reached', { limit: 6, held: 5 });
    expect(outcomeOf(limit, known)).toEqual({ kind: 'limit', limit: 6, room: 1 });
  });

  it('says that what was to be exchanged has ended, until when nothing may be locked, and names any other refusal', () => {
    expect(outcomeOf(refused('locks_not_live'), known)).toEqual({ kind: 'ended' });
    const until = '2026-11-24T20:35:00.000Z';
    expect(outcomeOf(refused('cooling_down', { until }), known)).toEqual({
      kind: 'cooling',
      until,
    });
    expect(outcomeOf(refused('overloaded'), known)).toEqual({
      kind: 'refused',
      code: 'overloaded',
    });
  });
});

describe('what was found', () => {
  const split = { kind: 'found', placement: 'split', blocks: [[seven, eight], [twenty]] } as const;
  const together = { ...split, blocks: split.blocks.map((seats) => [...seats]) };

  it('is said as it was found while all of it is held', () => {
    expect(stillHeld(together, locks)).toEqual(together);
  });

  it('loses what was given back elsewhere, and is gone with the last seat', () => {
    const rest = stillHeld(together, [twenty]);
    expect(rest).toEqual({ kind: 'found', placement: null, blocks: [[twenty]] });
    expect(stillHeld(together, [])).toBeNull();
  });
});
