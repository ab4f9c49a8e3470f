import type { BatchState, ClaimOutcome, NewLock } from './claim';
import type { CartRow } from './status';

/**
 * Takes out of an outcome the seats whose choice would leave single seats of their row behind, and
 * says so. Rows are judged one by one; the rest of the claim stays.
 * @param given locks that the claim gives up: their seats count as free.
 */
export function refuseOrphans(
  state: BatchState,
  outcome: ClaimOutcome,
  given: ReadonlyMap<string, CartRow>,
): void {
  const { seating, settings } = state;
  if (!seating || settings.orphanRule === 'off') return;
  const seatsGiven = new Set([...given.values()].map((lock) => lock.seatId));
  const isFree = (index: number) => {
    const id = seating.idAt(index);
    if (state.seats.get(id)?.status !== 'available') return false;
    return !state.seatLocks.has(id) || seatsGiven.has(id);
  };
  const seats = outcome.inserted.filter((lock) => lock.seatId !== null);
  const chosen = seats.map((lock) => seating.indexOf(lock.seatId as number));
  const verdicts = seating.orphans(settings.orphanRule, isFree, chosen);
  if (verdicts.length === 0) return;

  const spoiling = new Set(verdicts.flatMap((verdict) => verdict.chosen.map(seating.idAt)));
  const refused = seats.filter((lock) => spoiling.has(lock.seatId as number));
  const without = new Set(refused.map((lock) => lock.id));
  outcome.inserted = outcome.inserted.filter((lock) => !without.has(lock.id));
  outcome.lockIds = outcome.lockIds.filter((id) => !without.has(id));
  outcome.unavailable.push(...refused.map(refusal));
  outcome.orphaned = verdicts.map((verdict) => seating.orphaned(verdict));
}

const refusal = ({ zoneId, seatId }: NewLock) => ({
  zoneId,
  seatId: seatId as number,
  reason: 'orphan' as const,
});
