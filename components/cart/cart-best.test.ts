import { describe, expect, it } from 'vitest';
import { aCart, aLock, aSeat, aStatus, at, lockedNow } from './testing';

const { eventId } = aSeat(1);
const input = { eventId, quantity: 2, accessible: 0 };
const two = [aLock(aSeat(7)), aLock(aSeat(8))];
const settled = () => new Promise((done) => setImmediate(done));

describe('seats that the server picks', () => {
  it('are in the cart with its answer, and other tabs are told', async () => {
    const { cart, calls, answer, notices } = aCart();
    let written = 0;
    cart.written.on(() => {
      written++;
    });
    const asked = cart.alone((wire) => wire.best(input));
    await settled();
    expect(calls).toMatchObject([{ name: 'best', input }]);
    await answer(lockedNow(aStatus(two)));
    expect(await asked).toMatchObject({ ok: true });
    expect(cart.state.lines.map((line) => line.place.seatId)).toEqual([7, 8]);
    // Who asked tells what came of it: it is not told twice.
    expect(notices).toEqual([]);
    expect(written).toBe(1);
  });

  it('are asked for after the clicks that travel, and before those made meanwhile', async () => {
    const { cart, calls, answer } = aCart();
    cart.change(aSeat(1), 1);
    const asked = cart.alone((wire) => wire.best(input));
    cart.change(aSeat(2), 1);
    await settled();
    expect(calls.map(({ name }) => name)).toEqual(['lock']);
    await answer(lockedNow(aStatus([aLock(aSeat(1))])));
    expect(calls.map(({ name }) => name)).toEqual(['best']);
    await answer(lockedNow(aStatus([aLock(aSeat(1)), ...two])));
    await asked;
    expect(calls).toMatchObject([{ name: 'lock', input: { items: [{ seatId: 2 }] } }]);
    await answer(lockedNow(aStatus([aLock(aSeat(1)), ...two, aLock(aSeat(2))])));
    expect(cart.state.units).toBe(4);
  });

  it('are asked for one call at a time', async () => {
    const { cart, calls, answer } = aCart();
    const first = cart.alone((wire) => wire.best(input));
    const second = cart.alone((wire) => wire.best({ ...input, quantity: 1 }));
    await settled();
    expect(calls).toHaveLength(1);
    await answer(lockedNow(aStatus(two)));
    await first;
    expect(calls).toMatchObject([{ name: 'best', input: { quantity: 1 } }]);
    await answer(lockedNow(aStatus(two)));
    expect(await second).toMatchObject({ ok: true });
  });

  it('are not forgotten by a look that set out before them', async () => {
    const { cart, calls, answer } = aCart();
    const asked = cart.alone((wire) => wire.best(input));
    await settled();
    cart.receive(aStatus([], { serverTime: at(1) }), true);
    await answer(lockedNow(aStatus(two, { serverTime: at(2) })));
    await asked;
    expect(cart.state.units).toBe(2);
    expect(calls).toEqual([]);
  });

  it('whose answer never came are found by a look at the cart', async () => {
    const { cart, calls, answer } = aCart();
    const asked = cart.alone((wire) => wire.best(input));
    await settled();
    await answer(null);
    expect(calls.map(({ name }) => name)).toEqual(['status']);
    await answer(aStatus(two, { serverTime: at(1) }));
    expect(await asked).toBeNull();
    expect(cart.state.units).toBe(2);
  });
});
