import { describe, expect, it } from 'vitest';
import { SeatStore, seatLook } from './seat-store';

function watched(ids: number[]) {
  const store = new SeatStore(ids);
  const told: (number[] | null)[] = [];
  const stop = store.subscribe((changed) => told.push(changed && [...changed]));
  return { store, told, stop };
}

describe('the seat store', () => {
  it('finds seats by id, and knows those of another map by -1', () => {
    const store = new SeatStore([3, 8, 9, 40]);
    expect([3, 8, 9, 40].map((id) => store.indexOf(id))).toEqual([0, 1, 2, 3]);
    expect([1, 5, 41].map((id) => store.indexOf(id))).toEqual([-1, -1, -1]);
  });

  it('tells of a snapshot as of every seat', () => {
    const { store, told } = watched([1, 2, 3]);
    store.loadSnapshot(btoa(String.fromCharCode(0b10_01_00)));
    expect([...store.states]).toEqual([0, 1, 2]);
    expect(told).toEqual([null]);
  });

  it('tells only of the seats that a delta really changes', () => {
    const { store, told } = watched([10, 20, 30]);
    store.applyDelta([
      [20, 1],
      [30, 0],
      [99, 2],
    ]);
    expect(told).toEqual([[1]]);
    store.applyDelta([[20, 1]]);
    expect(told).toHaveLength(1);
  });

  it('shows this session’s seat as its own, although the wire calls it locked', () => {
    const store = new SeatStore([10, 20]);
    store.applyDelta([[10, 1]]);
    expect(store.lookAt(0)).toBe(seatLook.held);
    expect(store.canToggle(0, true)).toBe(false);
    store.setMine([10]);
    expect(store.lookAt(0)).toBe(seatLook.mine);
    expect(store.canToggle(0, true)).toBe(true);
  });

  it('lets one’s own seat be given back when the sale has ended, and no other be chosen', () => {
    const store = new SeatStore([10, 20]);
    store.setMine([10]);
    expect([store.canToggle(0, false), store.canToggle(1, false)]).toEqual([true, false]);
  });

  it('shows a click at once: a seat on its way here, a seat on its way back', () => {
    const store = new SeatStore([10, 20]);
    store.setPending(20, true);
    expect(store.lookAt(1)).toBe(seatLook.choosing);
    store.setMine([20]);
    expect(store.lookAt(1)).toBe(seatLook.returning);
    store.setPending(20, false);
    expect(store.lookAt(1)).toBe(seatLook.mine);
  });

  it('tells of the difference between two sets of one’s own seats', () => {
    const { store, told } = watched([1, 2, 3]);
    store.setMine([1, 2]);
    store.setMine([2, 3]);
    store.setMine([2, 3]);
    expect(told).toEqual([
      [0, 1],
      [0, 2],
    ]);
    expect([...store.mine]).toEqual([2, 3]);
  });

  it('keeps a seat of another map among one’s own without a place on this one', () => {
    const { store, told } = watched([1]);
    store.setMine([77]);
    expect(store.mine.has(77)).toBe(true);
    expect(told).toEqual([]);
  });

  it('tells nobody after the subscription has ended', () => {
    const { store, told, stop } = watched([1]);
    stop();
    store.setPending(1, true);
    expect(told).toEqual([]);
  });
});
