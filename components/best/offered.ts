import type { Outcome } from './outcome';

/** As many as one question may leave out. */
const offeredMax = 500;

/**
 * The seats that the buyer has been offered for a wish, which the next offer leaves out.
 * @param before those of earlier answers to the same wish. When there are no others left, it all
 *   begins anew: what was seen first may be what is wanted after all.
 */
export function offeredAfter(before: readonly number[], outcome: Outcome): number[] {
  if (outcome.kind === 'short') return [];
  if (outcome.kind !== 'found') return [...before];
  const seats = outcome.blocks.flat().flatMap((lock) => lock.seatId ?? []);
  return [...before, ...seats].slice(-offeredMax);
}
