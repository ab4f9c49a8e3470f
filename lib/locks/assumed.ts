import type { LiveSeats } from '@/lib/live/queries';
import type { Seating } from '@/lib/seating/queries';
import type { OrphanRule } from '@/lib/settings';
import type { BatchState } from './claim';

/**
 * What a batch takes for granted when it begins, because it decides which rows it has to hold: the
 * tenant's rule on single seats, and the map of the hall. Both may have changed: the batch compares
 * them with what it reads, and is written anew if they have.
 */
export type Assumed = {
  rule: OrphanRule;
  /** Present when the rule is on, or seats are to be chosen. */
  seating: Seating | null;
  /** What the process believes of the seats; present when seats are to be chosen. */
  states: LiveSeats | null;
};

export const nothingAssumed: Assumed = { rule: 'off', seating: null, states: null };

/** Says how things are: begin again from there. */
export class Outdated extends Error {
  override readonly name = 'Outdated';

  constructor(
    readonly rule: OrphanRule,
    /** Of the hall as it is now, where it was another one. */
    readonly mapVersion: number | null,
  ) {
    super('the batch began with something that is not so any more');
  }
}

/** @throws Outdated */
export function requireAssumed(
  { event, settings, seats }: Pick<BatchState, 'event' | 'settings' | 'seats'>,
  { rule, seating }: Assumed,
): void {
  if (!event) return;
  const otherRule = settings.orphanRule !== rule && (seats.size > 0 || seating !== null);
  const otherMap = seating !== null && seating.mapVersion !== event.mapVersion;
  if (otherRule || otherMap) {
    throw new Outdated(settings.orphanRule, otherMap ? event.mapVersion : null);
  }
}
