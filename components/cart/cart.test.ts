import { describe, expect, it, vi } from 'vitest';
import type { LockStatus } from '@/lib/locks/schema';
import { Cart } from './cart';
import type { CartWire } from './cart-wire';
import type { CartNotice } from './notice';
import { aLock, aSeat, aStatus, ended, places } from './testing';

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 20, 0, second)).toISOString();

/** A cart whose server is played by the test: each call waits for its answer. */
function aCart(status: LockStatus = aStatus([])) {
  const calls: { name: string; input: unknown; answer: (value: never) => void }[] = [];
  const call =
    (name: string) =>
    (input?: unknown): Promise<never> =>
      new Promise((answer) => calls.push({ name, input, answer }));
  const wire: CartWire = {
    status: call('status'),
    lock: call('lock'),
    release: call('release'),
    extend: call('extend'),
    giveBack: () => {},
  };
  const cart = new Cart('aurora', status, wire, () => 0);
  const notices: CartNotice[] = [];
  cart.notices.on((notice) => notices.push(notice));
  const answer = async (value: unknown) => {
    calls.shift()!.answer(value as never);
    await new Promise((done) => setImmediate(done));
  };
  return { cart, calls, notices, answer };
}

const lockedNow = (status: LockStatus, more: object = {}) => ({
  ok: true,
  data: { ...status, locked: [], ...more },
});

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

describe('news of the cart', () => {
  it('that are older than what is known change nothing', () => {
    const { cart } = aCart(aStatus([aLock(aSeat(1))], { serverTime: at(5) }));
    cart.receive(aStatus([], { serverTime: at(4) }));
    expect(cart.state.lines).toHaveLength(1);
  });

  it('wait for clicks that are on their way, which they may or may not hold', async () => {
    const { cart, answer } = aCart();
    cart.change(places(), 2);
    cart.receive(aStatus([aLock(places(), { quantity: 2 })], { serverTime: at(1) }));
    expect(cart.state).toMatchObject({ units: 2, moving: true });
    await answer(lockedNow(aStatus([aLock(places(), { quantity: 2 })], { serverTime: at(1) })));
    expect(cart.state).toMatchObject({ units: 2, moving: false });
  });

  it('that were asked before the session had its cookie take nothing away', async () => {
    const { cart, calls, answer, notices } = aCart();
    cart.change(aSeat(1), 1);
    await answer(lockedNow(aStatus([aLock(aSeat(1))], { serverTime: at(1) })));
    // A page that was asked for meanwhile, and drawn for nobody in particular.
    cart.receive(aStatus([], { serverTime: at(2) }));
    expect(cart.state).toMatchObject({ lapsed: [], lines: [{ units: 1 }] });
    expect(calls.map(({ name }) => name)).toEqual(['status']);
    await answer(aStatus([aLock(aSeat(1))], { serverTime: at(3) }));
    expect(cart.state.lines).toHaveLength(1);
    expect(notices.map(({ kind }) => kind)).toEqual(['locked']);
  });

  it('that know nothing of a lock even when asked again say that it ended long ago', async () => {
    const { cart, answer, notices } = aCart(aStatus([aLock(aSeat(1))]));
    cart.receive(aStatus([], { serverTime: at(10) }));
    await answer(aStatus([], { serverTime: at(11) }));
    expect(cart.state).toMatchObject({ lapsed: [{ units: 1 }], lines: [] });
    expect(notices.map(({ kind }) => kind)).toEqual(['lapsed']);
  });

  it('of a lock that ran out offer it again', async () => {
    const lock = aLock(places(), { quantity: 2 });
    const { cart, calls, notices } = aCart(aStatus([lock]));
    cart.receive(aStatus([], { serverTime: at(10), ended: ended([lock]) }));
    expect(cart.state.lapsed).toEqual([{ place: places(), units: 2 }]);
    expect(notices.map((notice) => notice.kind)).toEqual(['lapsed']);
    cart.askAgain('lapsed');
    expect(calls[0]?.input).toMatchObject({ items: [{ zoneId: 9, quantity: 2 }] });
    expect(cart.state.lapsed).toEqual([]);
  });

  it('offer the places of one lock although the zone has another', () => {
    const first = aLock(places(), { id: 'first', quantity: 2 });
    const second = aLock(places(), { id: 'second' });
    const { cart, notices } = aCart(aStatus([first, second]));
    cart.receive(aStatus([second], { serverTime: at(10), ended: ended([first]) }));
    expect(cart.state.lapsed).toEqual([{ place: places(), units: 2 }]);
    expect(notices.map((notice) => notice.kind)).toEqual(['lapsed']);
    cart.receive(aStatus([second], { serverTime: at(11) }));
    expect(cart.state.lapsed).toHaveLength(1);
    cart.receive(
      aStatus([second, aLock(places(), { id: 'third', quantity: 2 })], { serverTime: at(12) }),
    );
    expect(cart.state.lapsed).toEqual([]);
  });

  it('tell after a reload what ended in between', () => {
    const { cart } = aCart(aStatus([]));
    cart.recall({
      locks: [aLock(aSeat(1))],
      lapsed: [{ place: aSeat(2), units: 1 }],
      unsent: [],
    });
    expect(cart.state.lapsed.map((want) => want.place.seatId)).toEqual([2, 1]);
  });
});

describe('extending', () => {
  it('tells whose doing it was, and when there is nothing left to extend', async () => {
    const { cart, answer, notices } = aCart(aStatus([aLock(aSeat(1))]));
    void cart.extend('itself');
    expect(cart.state.extending).toBe(true);
    const extended = [{ id: 'lock-1', expiresAt: at(9), extensionsLeft: 9 }];
    await answer({ ok: true, data: { ...cart.state.seen.status, extended, refused: [] } });
    void cart.extend('hand');
    await answer({ ok: true, data: { ...cart.state.seen.status, extended: [], refused: [] } });
    expect(notices).toEqual([{ kind: 'extended', by: 'itself' }, { kind: 'no_extensions' }]);
    expect(cart.state.extending).toBe(false);
  });
});
