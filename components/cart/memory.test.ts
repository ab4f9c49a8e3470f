import { afterEach, describe, expect, it, vi } from 'vitest';
import { recallCart } from './memory';
import { aLock, aSeat, places } from './testing';

const nothing = { locks: [], lapsed: [], unsent: [] };

function recallOf(stored: unknown) {
  vi.stubGlobal('sessionStorage', { getItem: () => JSON.stringify(stored) });
  return recallCart('aurora');
}
afterEach(() => vi.unstubAllGlobals());

describe('what a tab remembers of its cart', () => {
  it('is recalled as it was', () => {
    const known = {
      locks: [aLock(aSeat(1)), aLock(places(), { quantity: 3 })],
      lapsed: [{ place: aSeat(2), units: 1 }],
      unsent: [{ place: places(), units: 2 }],
    };
    expect(recallOf(known)).toEqual(known);
  });

  it('is nothing where nothing was kept, or another version kept something else', () => {
    const want = { place: aSeat(2), units: 1 };
    const others = [
      null,
      'text',
      [],
      {},
      { ...nothing, locks: undefined },
      { ...nothing, locks: [null] },
      { ...nothing, locks: [{ ...aLock(aSeat(1)), quantity: '1' }] },
      { ...nothing, lapsed: [{ ...want, units: null }] },
      { ...nothing, unsent: [{ ...want, place: { ...aSeat(2), price: 28 } }] },
      { ...nothing, unsent: [{ ...want, place: { ...aSeat(2), zoneName: undefined } }] },
    ];
    for (const stored of others) expect(recallOf(stored)).toEqual(nothing);
  });
});
