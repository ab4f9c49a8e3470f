import { describe, expect, it } from 'vitest';
import { patched, supplyOf } from './figures';
import { saleOf } from './sale';

const zone = (available: number, locked: number) => ({ id: 1, available, locked, sold: 5 });

describe('what is left', () => {
  it('is patched zone by zone', () => {
    const figures = [zone(3, 0), { ...zone(1, 1), id: 2 }];
    expect(patched(figures, [[2, 0, 1, 6]])).toEqual([
      figures[0],
      { id: 2, available: 0, locked: 1, sold: 6 },
    ]);
  });
  it('may come back while others hold it, but not what the buyer holds alone', () => {
    expect(supplyOf([zone(1, 0)], 0)).toBe('some');
    expect(supplyOf([zone(0, 3)], 1)).toBe('all_held');
    expect(supplyOf([zone(0, 3)], 3)).toBe('sold_out');
    expect(supplyOf([zone(0, 0)], 0)).toBe('sold_out');
  });
});

describe('the sale', () => {
  const event = { onSale: false, saleStartsAt: '2026-01-02T09:00:00.000Z' };
  it('is open, not yet, or over, by the server’s clock', () => {
    expect(saleOf({ ...event, onSale: true }, '2026-01-01T00:00:00.000Z')).toBe('open');
    expect(saleOf(event, '2026-01-02T08:59:59.999Z')).toBe('not_yet');
    expect(saleOf(event, '2026-01-03T00:00:00.000Z')).toBe('over');
  });
});
