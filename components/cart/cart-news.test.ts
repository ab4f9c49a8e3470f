import { describe, expect, it } from 'vitest';
import { aCart, aLock, aSeat, aStatus, at, ended, lockedNow, places } from './testing';

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
