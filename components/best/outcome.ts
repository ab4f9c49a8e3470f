import type { ErrorCode } from '@/lib/errors';
import type { ActionResult } from '@/lib/http/problem';
import type { Best, LiveLock } from '@/lib/locks/schema';

/** Seats of a row, side by side, with the locks that hold them. */
export type HeldBlock = LiveLock[];

/** `placement` is null where the answer was lost and only the seats are known. */
export type Found = {
  kind: 'found';
  placement: Best['placement'] | null;
  blocks: HeldBlock[];
};

/** Why nothing was found; what was held before still is, but for `ended`. */
export type Problem =
  | { kind: 'short'; requested: number; available: number; swapping: boolean }
  | { kind: 'limit'; limit: number; room: number }
  /** What was to be exchanged is not held any more. */
  | { kind: 'ended' }
  | { kind: 'cooling'; until: string }
  | { kind: 'refused'; code: ErrorCode }
  | { kind: 'unheard' };

/** What came of asking for the best seats. */
export type Outcome = Found | Problem;

type Known = { swapping: boolean; before: readonly LiveLock[]; after: readonly LiveLock[] };

/**
 * @param known the session's locks here before it was asked, and after. An answer that never came
 * may have been meant well: then the new ones are what was found.
 */
export function outcomeOf(answer: ActionResult<Best> | null, known: Known): Outcome {
  if (answer === null) return unheardOf(known);
  if (answer.ok) return foundIn(answer.data);
  const { error } = answer;
  switch (error.code) {
    case 'not_enough_seats':
      return {
        kind: 'short',
        requested: numberOf(error.requested),
        available: numberOf(error.available),
        swapping: known.swapping,
      };
    case 'lock_limit_reached': {
      const limit = numberOf(error.limit);
      return { kind: 'limit', limit, room: Math.max(0, limit - numberOf(error.held)) };
    }
    case 'locks_not_live':
      return { kind: 'ended' };
    default:
      return error.code === 'cooling_down' && typeof error.until === 'string'
        ? { kind: 'cooling', until: error.until }
        : { kind: 'refused', code: error.code };
  }
}

function foundIn({ placement, blocks, locks }: Best): Outcome {
  const bySeat = new Map(locks.map((lock) => [lock.seatId, lock]));
  const held = blocks.map(({ seats }) =>
    seats.map(({ seatId }) => bySeat.get(seatId)).filter((lock) => lock !== undefined),
  );
  return { kind: 'found', placement, blocks: held.filter((block) => block.length > 0) };
}

/** New seats in a cart whose answer was lost, row by row. */
function unheardOf({ before, after }: Known): Outcome {
  const known = new Set(before.map((lock) => lock.id));
  const rows = new Map<string, HeldBlock>();
  for (const lock of after) {
    if (known.has(lock.id) || lock.seatId === null) continue;
    const key = JSON.stringify([lock.zoneId, lock.row]);
    rows.set(key, [...(rows.get(key) ?? []), lock]);
  }
  if (rows.size === 0) return { kind: 'unheard' };
  return { kind: 'found', placement: null, blocks: [...rows.values()] };
}

/** The problem's extras are open on the wire. */
function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

/** What of the found is still held: the buyer may have given some back since, elsewhere. */
export function stillHeld({ placement, blocks }: Found, locks: readonly LiveLock[]): Found | null {
  const live = new Set(locks.map((lock) => lock.id));
  const kept = blocks
    .map((block) => block.filter((lock) => live.has(lock.id)))
    .filter((block) => block.length > 0);
  if (kept.length === 0) return null;
  const whole = kept.flat().length === blocks.flat().length;
  return { kind: 'found', placement: whole ? placement : null, blocks: kept };
}
