import { describe, expect, it } from 'vitest';
import { EventState } from './event-state';
import { noChanges, seatFree, seatSold } from './schema';
import type { Snapshot } from './snapshot';

const [stalls, standing] = [1, 2];
const nowMs = 1_000_000;

/** Three seats in the stalls and two places to stand; nothing is held. */
function hall(more: Partial<Snapshot> = {}): Snapshot {
  return {
    nowMs,
    toldAtMs: 0,
    mapVersion: 1,
    seatIds: [11, 12, 13],
    seatZones: [stalls, stalls, stalls],
    statuses: 'aaa',
    zones: [
      { id: stalls, kind: 'numbered', capacity: 3, sold: 0 },
      { id: standing, kind: 'general', capacity: 2, sold: 0 },
    ],
    locks: [],
    ...more,
  };
}
const changes = (part: Partial<ReturnType<typeof noChanges>>) => ({
  ...noChanges(1, 'e'),
  ...part,
});
const at = (minutes: number) => nowMs + minutes * 60_000;
const lockOn = (seatId: number, minutes: number) => ({
  id: `lock-${seatId}`,
  zoneId: stalls,
  seatId,
  quantity: 1,
  untilMs: at(minutes),
});

describe('when held places could come back', () => {
  it('is not said of a zone that has something left', () => {
    const state = new EventState(hall({ locks: [lockOn(11, 5), lockOn(12, 3)] }));
    expect(state.returns()).toEqual([]);
  });

  it('is the earliest deadline in a zone whose last seat was taken', () => {
    const state = new EventState(hall({ locks: [lockOn(11, 5), lockOn(12, 3)] }));
    state.apply(changes({ seats: [[13, at(9)]] }), nowMs);
    expect(state.takeReturns()).toEqual([[stalls, at(3)]]);
    expect(state.takeReturns()).toBeNull();
  });

  it('is told again when the earliest is extended, though no seat changed', () => {
    const state = new EventState(hall({ locks: [lockOn(11, 5), lockOn(12, 3), lockOn(13, 9)] }));
    expect(state.returns()).toEqual([[stalls, at(3)]]);
    state.apply(changes({ seats: [[12, at(15)]] }), nowMs);
    expect(state.takeDelta()).toBeNull();
    expect(state.takeReturns()).toEqual([[stalls, at(5)]]);
    state.apply(changes({ seats: [[13, at(14)]] }), nowMs);
    expect(state.takeReturns()).toBeNull();
  });

  it('is taken back when a seat comes free, and when all that was held is sold', () => {
    const locks = [lockOn(11, 5), lockOn(12, 3), lockOn(13, 9)];
    const freed = new EventState(hall({ locks }));
    freed.apply(changes({ seats: [[11, seatFree]] }), nowMs);
    expect(freed.takeReturns()).toEqual([]);
    const sold = new EventState(hall({ locks }));
    sold.apply(changes({ seats: [11, 12, 13].map((id) => [id, seatSold]) }), nowMs);
    expect(sold.takeReturns()).toEqual([]);
  });

  it('is taken back at the deadline itself, when nobody said a word', () => {
    const state = new EventState(hall({ locks: [lockOn(11, 5), lockOn(12, 3), lockOn(13, 9)] }));
    state.expire(at(3));
    expect(state.takeReturns()).toEqual([]);
    expect(state.takeDelta()?.seats).toEqual([[12, 0]]);
  });

  it('counts the places without numbers by their locks', () => {
    const state = new EventState(hall());
    state.apply(changes({ units: [[standing, 'a', 1, at(4)]] }), nowMs);
    expect(state.takeReturns()).toBeNull();
    state.apply(changes({ units: [[standing, 'b', 1, at(6)]] }), nowMs);
    expect(state.takeReturns()).toEqual([[standing, at(4)]]);
    state.apply(changes({ units: [[standing, 'a', 0, 0]], sold: [[standing, 1]] }), nowMs);
    expect(state.takeReturns()).toEqual([[standing, at(6)]]);
  });

  it('holds when the last free place is sold from under a zone', () => {
    const state = new EventState(hall());
    state.apply(changes({ units: [[standing, 'a', 1, at(4)]] }), nowMs);
    state.takeReturns();
    state.apply(changes({ sold: [[standing, 1]] }), nowMs);
    expect(state.takeReturns()).toEqual([[standing, at(4)]]);
  });
});

describe('a check against the database', () => {
  it('that finds all as it was gives nothing to tell', () => {
    const held = { ...lockOn(11, 5) };
    const units = { id: 'b', zoneId: standing, seatId: null, quantity: 2, untilMs: at(6) };
    const state = new EventState(hall({ locks: [held, units] }));
    state.reconcile(hall({ locks: [held, units] }));
    expect(state.takeDelta()).toBeNull();
    expect(state.takeReturns()).toBeNull();
  });

  it('that finds a lock gone and another moved tells both', () => {
    const units = { id: 'b', zoneId: standing, seatId: null, quantity: 2, untilMs: at(6) };
    const state = new EventState(hall({ locks: [lockOn(11, 5), units] }));
    state.reconcile(hall({ locks: [{ ...units, untilMs: at(8) }] }));
    expect(state.takeDelta()?.seats).toEqual([[11, 0]]);
    expect(state.takeReturns()).toEqual([[standing, at(8)]]);
  });
});
