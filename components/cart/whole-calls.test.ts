import { describe, expect, it } from 'vitest';
import { aCart, aLock, aSeat, aStatus, lockedNow } from './testing';
import { swapSeats, takeSeats } from './whole-calls';

const settled = () => new Promise((done) => setImmediate(done));
const ids = (seats: { place: { seatId: number | null } }[]) =>
  seats.map(({ place }) => place.seatId);

describe('seats changed for others', () => {
  it('are asked for in one call that names both, and shown in their new place at once', async () => {
    const { cart, calls, answer } = aCart(aStatus([aLock(aSeat(3)), aLock(aSeat(5))]));
    const swapping = swapSeats(cart, ['lock-3', 'lock-5'], [aSeat(5), aSeat(7)]);
    await settled();
    expect(calls).toMatchObject([
      {
        name: 'swap',
        input: { lockIds: ['lock-3', 'lock-5'], items: [{ seatId: 5 }, { seatId: 7 }] },
      },
    ]);
    expect(ids(cart.state.lines)).toEqual([5, 7]);
    expect(cart.state.travelling).toEqual([7, 3]);
    await answer({ ok: true, data: { ...aStatus([aLock(aSeat(5)), aLock(aSeat(7))]) } });
    expect(await swapping).toMatchObject({ ok: true });
    expect(cart.state.moving).toBe(false);
  });

  it('are still the buyer’s when the others could not be had', async () => {
    const { cart, answer, notices } = aCart(aStatus([aLock(aSeat(3))]));
    const swapping = swapSeats(cart, ['lock-3'], [aSeat(7)]);
    await settled();
    expect(ids(cart.state.lines)).toEqual([7]);
    await answer({ ok: false, error: { code: 'items_unavailable', items: [] } });
    expect(ids(cart.state.lines)).toEqual([3]);
    await answer(aStatus([aLock(aSeat(3))]));
    expect(await swapping).toMatchObject({ ok: false });
    // Who asked tells what came of it.
    expect(notices).toEqual([]);
  });
});

describe('several seats taken together', () => {
  it('are asked for all or none', async () => {
    const { cart, calls, answer } = aCart();
    const taking = takeSeats(cart, [aSeat(1), aSeat(2)]);
    await settled();
    expect(calls).toMatchObject([
      { name: 'lock', input: { mode: 'all', items: [{ seatId: 1 }, { seatId: 2 }] } },
    ]);
    expect(ids(cart.state.lines)).toEqual([1, 2]);
    await answer(lockedNow(aStatus([aLock(aSeat(1)), aLock(aSeat(2))])));
    expect(await taking).toMatchObject({ ok: true });
    expect(cart.state.units).toBe(2);
  });
});
