import { afterEach, describe, expect, test, vi } from 'vitest';
import { Seating } from './seating';

afterEach(() => {
  vi.restoreAllMocks();
});

const columns = {
  ids: Int32Array.of(1, 2, 3, 4),
  zones: Int32Array.of(7, 7, 8, 8),
  rows: ['1', '1', '1', '1'],
  labels: ['1', '2', '1', '2'],
  x: Float32Array.of(0, 1, 0, 1),
  y: Float32Array.of(0, 0, 1, 1),
  flags: new Uint8Array(4),
};
const zone = (id: number, priceMinor: number) => ({ id, name: `Zona ${id}`, priceMinor });
const told = (...zones: ReturnType<typeof zone>[]) => new Map(zones.map((each) => [each.id, each]));

describe('the prices of a hall', () => {
  test('are worked out when they change, not when the zones come in another order', () => {
    const own = [null, null, null, null];
    const seating = new Seating(1, columns, own, [zone(7, 100), zone(8, 200)], [0, 0]);
    const workedOut = vi.spyOn(Int32Array, 'from');
    seating.priced(told(zone(8, 200), zone(7, 100)));
    expect(workedOut).not.toHaveBeenCalled();
    seating.priced(told(zone(8, 100), zone(7, 200)));
    expect(workedOut).toHaveBeenCalledOnce();
    const wish = { quantity: 1, accessible: 0, maxPrice: 100 };
    expect(seating.best(() => true, wish, 'off')).toMatchObject({ blocks: [[2]] });
  });
});
