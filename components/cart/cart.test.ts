import { describe, expect, it, vi } from 'vitest';
import { aCart, aLock, aSeat, aStatus, at, lockedNow, places } from './testing';

describe('a click on a seat', () => {
  it('shows at once, and is the server’s when it answers', async () => {
    const { cart, answer, notices } = aCart();
    cart.change(aSeat(1), 1);
    expect(cart.state.lines).toMatchObject([{ units: 1, pending: true }]);
    expect(cart.state.total.amount).toBe(2_800);
    await answer(lockedNow(aStatus([aLock(aSeat(1))])));
    expect(cart.state.lines).toMatchObject([{ units: 1, pending: false }]);
    expect(cart.state.total.amount).toBe(2_800);
    expect(notices.map((notice) => notice.kind)).toEqual(['locked']);
  });

  it('is rolled back when someone was quicker; its neighbour stays', async () => {
    const { cart, calls, answer, notices } = aCart();
    cart.change(aSeat(1), 1);
    cart.change(aSeat(2), 1);
    cart.change(aSeat(3), 1);
    await answer(lockedNow(aStatus([aLock(aSeat(1))])));
    expect(calls[0]?.input).toMatchObject({
      mode: 'any',
      items: [{ seatId: 2 }, { seatId: 3 }],
    });
    const unavailable = [{ zoneId: 1, seatId: 2, reason: 'locked' }];
    await answer(lockedNow(aStatus([aLock(aSeat(1)), aLock(aSeat(3))]), { unavailable }));
    expect(cart.state.lines.map((line) => line.place.seatId)).toEqual([1, 3]);
    expect(notices.at(-1)).toMatchObject({
      kind: 'lost',
      losses: [{ place: { seatId: 2 }, reason: 'locked' }],
    });
  });

  it('beyond the limit is refused here, with the limit', () => {
    const { cart, calls, notices } = aCart(aStatus([aLock(aSeat(1))], { maxLocks: 1 }));
    cart.change(aSeat(2), 1);
    expect(calls).toEqual([]);
    expect(notices).toEqual([{ kind: 'limit', limit: 1 }]);
  });

  it('whose answer never came is asked about', async () => {
    const { cart, calls, answer, notices } = aCart();
    cart.change(aSeat(1), 1);
    await answer(null);
    expect(calls[0]?.name).toBe('status');
    await answer(aStatus([aLock(aSeat(1))], { serverTime: at(1) }));
    expect(cart.state.lines).toHaveLength(1);
    expect(cart.state.unsent).toEqual([]);
    expect(notices).toEqual([]);
  });

  it('whose answer takes long is waited for, which is said until it comes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { cart, calls, answer } = aCart();
      cart.change(aSeat(1), 1);
      vi.advanceTimersByTime(2_400);
      expect(cart.state.slow).toBe(false);
      vi.advanceTimersByTime(200);
      expect(cart.state).toMatchObject({ slow: true, lines: [{ pending: true }], unsent: [] });
      // Whether anybody is there at all is found out beside it.
      vi.advanceTimersByTime(6_000);
      expect(calls.map(({ name }) => name)).toEqual(['lock', 'status']);
      await answer({ ok: false, error: { code: 'unavailable' } });
      await answer(null);
      await answer(null);
      expect(cart.state).toMatchObject({ slow: false, lines: [], reachable: false });
      expect(cart.state.unsent).toEqual([{ place: aSeat(1), units: 1 }]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('that found no server stays, and can be sent again', async () => {
    const { cart, calls, answer, notices } = aCart();
    cart.change(aSeat(1), 1);
    cart.change(places(), 2);
    await answer(null);
    await answer(null);
    await answer(null);
    await answer(null);
    const unsent = [
      { place: aSeat(1), units: 1 },
      { place: places(), units: 2 },
    ];
    expect(cart.state.unsent).toEqual(unsent);
    expect(cart.state.lines).toEqual([]);
    expect(notices.at(-1)).toEqual({ kind: 'unsent', wants: unsent, code: 'unreachable' });
    cart.askAgain('unsent');
    expect(calls[0]?.input).toMatchObject({ items: [{ seatId: 1 }] });
    expect(cart.state.unsent).toEqual([]);
  });
});
