/** Below this many, a percentage says more than is known. */
export const fewBelow = 20;

/** What became of a figure since the period before. */
export type Change =
  | { kind: 'same' }
  /** So little changed that a percentage would be zero. */
  | { kind: 'alike' }
  /** There was nothing to compare with. */
  | { kind: 'new' }
  /** Too few for a percentage: the difference itself. */
  | { kind: 'few'; by: number }
  /** A share of the former figure: 0.12 is 12 % more. */
  | { kind: 'share'; by: number };

/**
 * @param cases how many there were before, where the figure itself is no count (a value, a time);
 * fewer than 20 of them make no percentage.
 */
export function changeOf(now: number, before: number, cases = before): Change {
  if (now === before) return { kind: 'same' };
  if (before === 0) return { kind: 'new' };
  if (cases < fewBelow) return { kind: 'few', by: now - before };
  const by = (now - before) / before;
  return Math.round(Math.abs(by) * 100) === 0 ? { kind: 'alike' } : { kind: 'share', by };
}

/** A part of a whole: as a share where there are enough, else only as the two counts. */
export type Rate =
  | { kind: 'none' }
  | { kind: 'few'; part: number; whole: number }
  | { kind: 'share'; share: number };

/** @param cases as for `changeOf`. */
export function rateOf(part: number, whole: number, cases = whole): Rate {
  if (whole === 0) return { kind: 'none' };
  if (cases < fewBelow) return { kind: 'few', part, whole };
  return { kind: 'share', share: part / whole };
}

/** Difference of two rates in percentage points; null where one of them is no percentage. */
export function pointsBetween(now: Rate, before: Rate): number | null {
  if (now.kind !== 'share' || before.kind !== 'share') return null;
  return Math.round((now.share - before.share) * 1_000) / 10;
}
