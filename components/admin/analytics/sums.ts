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
