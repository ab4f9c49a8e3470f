import { describe, expect, it } from 'vitest';
import { aCart, aLock, aSeat, aStatus, ended, lockedNow } from '@/components/cart/testing';
import { takeInstead } from './take-offer';

const settled = () => new Promise((done) => setImmediate(done));
const held = (...seats: number[]) => aStatus(seats.map((seat) => aLock(aSeat(seat))));

describe('seats taken in place of others', () => {
  it('are held before the others are given back', async () => {
    const { cart, calls, answer, notices } = aCart(held(13));
    const taking = takeInstead(cart, [aSeat(16), aSeat(17)], [13]);
    await settled();
    expect(calls.map(({ name }) => name)).toEqual(['lock']);
    await answer(lockedNow(held(13, 16, 17)));
    expect(await taking).toBeNull();
    expect(calls).toMatchObject([{ name: 'release', input: { items: [{ seatId: 13 }] } }]);
    expect(notices.map(({ kind }) => kind)).toEqual(['swapped']);
  });

  it('are exchanged in one go where they are as many', async () => {
    const { cart, calls, answer, notices } = aCart(held(13));
    const taking = takeInstead(cart, [aSeat(16)], [13]);
    await settled();
    expect(calls.map(({ name }) => name)).toEqual(['swap']);
    const given = ended([aLock(aSeat(13))]).map((lock) => ({ ...lock, reason: 'buyer' }));
    await answer({ ok: true, data: { ...held(16), ended: given } });
    await taking;
    expect(calls).toEqual([]);
    expect(notices.map(({ kind }) => kind)).toEqual(['swapped']);
  });

  it('and lost once more leave the others in the cart, and are told with what is left', async () => {
    const { cart, calls, answer } = aCart(held(13));
    const seen: unknown[] = [];
    cart.losses.on((losses) => seen.push(losses));
    const taking = takeInstead(cart, [aSeat(16), aSeat(17)], [13]);
    await settled();
    const items = [{ zoneId: 1, seatId: 17, reason: 'sold' }];
    const alternatives = [{ placement: 'together', blocks: [] }];
    await answer({ ok: false, error: { code: 'items_unavailable', items, alternatives } });
    await answer(held(13));
    expect(await taking).toMatchObject({
      losses: [{ place: { seatId: 17 }, reason: 'sold' }],
      held: [{ place: { seatId: 13 } }],
      alternatives,
    });
    expect(seen).toHaveLength(1);
    expect(calls).toEqual([]);
    expect(cart.state.lines.map((line) => line.place.seatId)).toEqual([13]);
  });

  it('are refused by name otherwise', async () => {
    const { cart, answer, notices } = aCart();
    const taking = takeInstead(cart, [aSeat(16)]);
    await settled();
    await answer({ ok: false, error: { code: 'lock_limit_reached', limit: 4 } });
    await answer(aStatus([]));
    expect(await taking).toBeNull();
    expect(notices).toEqual([{ kind: 'limit', limit: 4 }]);
  });
});
