import { describe, expect, it } from 'vitest';
import { daysOf } from '@/lib/analytics/policy';
import { bucketsOf } from './buckets';

const figures = {
  locks: 3,
  sold: 1,
  lost: 2,
  open: 0,
  carts: 2,
  cartsSold: 1,
  value: 30,
  valueSold: 10,
};
const daysIn = (from: string, to: string) =>
  daysOf({ from, to }).map((day) => ({ day, ...figures }));

describe('the columns of a period', () => {
  it('are days while they can be told apart', () => {
    const { by, buckets } = bucketsOf(daysIn('2026-11-01', '2026-11-24'));
    expect(by).toBe('day');
    expect(buckets).toHaveLength(24);
    expect(buckets[0]).toMatchObject({ from: '2026-11-01', to: '2026-11-01', locks: 3 });
  });

  it('are weeks of a longer one, short at its ends and never losing a day', () => {
    const days = daysIn('2026-01-01', '2026-12-31');
    const { by, buckets } = bucketsOf(days);
    expect(by).toBe('week');
    expect(buckets[0]).toMatchObject({ from: '2026-01-01', to: '2026-01-04', locks: 12 });
    expect(buckets[1]).toMatchObject({ from: '2026-01-05', to: '2026-01-11', locks: 21 });
    expect(buckets.at(-1)).toMatchObject({ to: '2026-12-31' });
    expect(buckets.reduce((sum, { locks }) => sum + locks, 0)).toBe(days.length * 3);
  });
});
