import { describe, expect, it } from 'vitest';
import type { Problem } from '@/lib/http/problem';
import { settle } from './settlement';
import { aLock, aSeat, aStatus, places } from './testing';

const wants = [
  { place: aSeat(1), units: 1 },
  { place: aSeat(2), units: 1 },
  { place: places(), units: 3 },
];
const locked = { ...aStatus([aLock(aSeat(1))]), locked: ['lock-1'] };
const problem = (code: Problem['code'], more: object = {}): { ok: false; error: Problem } => ({
  ok: false,
  error: { type: '', title: '', status: 409, detail: '', code, ...more },
});

describe('an answer to a batch of clicks', () => {
  it('says of each place whether it is held, or lost and why', () => {
    const unavailable = [
      { zoneId: 1, seatId: 2, reason: 'sold' as const },
      { zoneId: 9, requested: 3, available: 1, reason: 'capacity' as const },
    ];
    const { lost, notices, losses } = settle(wants, { ok: true, data: { ...locked, unavailable } });
    expect(lost).toEqual([wants[1], wants[2]]);
    expect(losses.map(({ reason, available }) => [reason, available])).toEqual([
      ['sold', null],
      ['capacity', 1],
    ]);
    expect(notices.map((notice) => notice.kind)).toEqual(['locked', 'lost']);
    expect(notices[0]).toEqual({ kind: 'locked', wants: [wants[0]] });
    expect(notices[1]).toMatchObject({ held: [wants[0]], alternatives: [], orphaned: [] });
  });

  it('names every seat when none could be had', () => {
    const items = [{ zoneId: 1, seatId: 1, reason: 'locked' }];
    const { lost, losses } = settle(wants, problem('items_unavailable', { items }));
    expect(lost).toEqual(wants);
    expect(losses.map((loss) => loss.reason)).toEqual(['locked', 'unknown', 'unknown']);
  });

  it('tells the limit, also where it cut off only a seat', () => {
    expect(settle(wants, problem('lock_limit_reached', { limit: 4, held: 4 })).notices).toEqual([
      { kind: 'limit', limit: 4 },
    ]);
    const unavailable = [{ zoneId: 1, seatId: 2, available: 0, reason: 'capacity' as const }];
    const { notices, losses, lost } = settle(wants, { ok: true, data: { ...locked, unavailable } });
    expect(notices.at(-1)).toEqual({ kind: 'limit', limit: 50 });
    expect(losses).toEqual([]);
    expect(lost).toEqual([wants[1]]);
  });

  it('tells until when the organizer lets nothing more be locked', () => {
    const until = '2026-11-24T20:35:00.000Z';
    const { lost, unsent, notices } = settle(wants, problem('cooling_down', { until }));
    expect({ lost, unsent, notices }).toEqual({
      lost: wants,
      unsent: [],
      notices: [{ kind: 'cooling', until }],
    });
  });

  it('takes everything back on any other refusal', () => {
    expect(settle(wants, problem('not_on_sale'))).toEqual({
      lost: wants,
      unsent: [],
      losses: [],
      notices: [{ kind: 'refused', code: 'not_on_sale' }],
    });
  });

  it('keeps what nobody decided about, to be asked for again', () => {
    for (const undecided of [null, problem('overloaded'), problem('rate_limited')]) {
      const { lost, unsent, notices } = settle(wants, undecided);
      expect({ lost, unsent, notices }).toEqual({ lost: wants, unsent: wants, notices: [] });
    }
  });
});
