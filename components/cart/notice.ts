import type { ErrorCode } from '@/lib/errors';
import type { Orphaned, Placement, UnavailableItem } from '@/lib/locks/schema';
import type { Place, Want } from './place';

/** Why a place could not be had; `unknown` where the answer does not say. */
export type LossReason = UnavailableItem['reason'] | 'unknown';

export type Loss = { place: Place; units: number; reason: LossReason; available: number | null };

/** What could not be had of one answer, and what may be had instead. */
export type LossNews = {
  kind: 'lost';
  losses: Loss[];
  /** What was got in the same answer. */
  held: Want[];
  /** Where the whole group could sit, nearest first. */
  alternatives: Placement[];
  orphaned: Orphaned[];
};

/** Each thing that happens to the cart and is told to the buyer. */
export type CartNotice =
  | { kind: 'locked'; wants: Want[] }
  | LossNews
  | { kind: 'extended'; by: 'hand' | 'itself' }
  | { kind: 'no_extensions' }
  /** In place of others that were given up. */
  | { kind: 'swapped'; wants: Want[] }
  | { kind: 'released'; wants: Want[] }
  | { kind: 'lapsed'; wants: Want[] }
  | { kind: 'withdrawn'; wants: Want[] }
  /** Nobody's refusal: the same may be asked again. */
  | { kind: 'unsent'; wants: Want[]; code: ErrorCode | 'unreachable' }
  | { kind: 'limit'; limit: number }
  /** The organizer lets nothing more be locked from here before `until`, an ISO time. */
  | { kind: 'cooling'; until: string }
  | { kind: 'refused'; code: ErrorCode | 'unreachable' };
