import type { ByOutcome, Sums } from '@/lib/analytics/schema';

export type Measure = keyof Sums;

/** Ends that are no sale, worst first for a reader who can do something about them. */
export const lossReasons = ['timeout', 'buyer', 'tab_closed', 'admin'] as const;

/** Everything that ended and was not sold. */
export function lostOf(row: ByOutcome, measure: Measure): number {
  return lossReasons.reduce((sum, reason) => sum + row[reason][measure], 0);
}

/** Everything that has ended: what is still open is neither lost nor sold. */
export function endedOf(row: ByOutcome, measure: Measure): number {
  return lostOf(row, measure) + row.sale[measure];
}

/** What has ended at a step or beyond it: all that came as far. @param steps in their order. */
export function reachedOf(steps: readonly ByOutcome[], at: number, measure: Measure): number {
  return steps.slice(at).reduce((sum, step) => sum + endedOf(step, measure), 0);
}
