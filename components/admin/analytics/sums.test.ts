import { expect, test } from 'vitest';
import type { ByOutcome, Outcome } from '@/lib/analytics/schema';
import { lostOf, reachedOf } from './sums';

const locks = (counts: Partial<Record<Outcome, number>>): ByOutcome => {
  const of = (outcome: Outcome) => ({ locks: counts[outcome] ?? 0, units: 0, value: 0 });
  return {
    sale: of('sale'),
    timeout: of('timeout'),
    buyer: of('buyer'),
    tab_closed: of('tab_closed'),
    admin: of('admin'),
    open: of('open'),
  };
};

test('those who stayed at a step are told of all that came as far and have ended', () => {
  const steps = [
    locks({ timeout: 30, buyer: 20, open: 7 }),
    locks({ tab_closed: 10 }),
    locks({ sale: 35, admin: 5 }),
  ];
  expect(steps.map((step) => lostOf(step, 'locks'))).toEqual([50, 10, 5]);
  expect(steps.map((_, at) => reachedOf(steps, at, 'locks'))).toEqual([100, 50, 40]);
});
