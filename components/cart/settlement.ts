import type { ErrorCode } from '@/lib/errors';
import type { ActionResult, Problem } from '@/lib/http/problem';
import type { Extended, Locked, Orphaned, Placement, UnavailableItem } from '@/lib/locks/schema';
import type { CartNotice, Loss } from './notice';
import { placeKey, type Want } from './place';

/** An answer to asking for places; null when the server could not be reached. */
export type LockAnswer = ActionResult<Locked> | null;

export type Settlement = {
  lost: Want[];
  /** Those of the lost that may be asked for again: nothing was decided about them. */
  unsent: Want[];
  notices: CartNotice[];
  losses: Loss[];
};

/** The server was too busy or away: what was asked for is neither held nor refused. */
const undecided: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'rate_limited',
  'request_in_progress',
  'internal',
  'overloaded',
  'unavailable',
]);

function lossOf(want: Want, items: readonly UnavailableItem[]): Loss | null {
  const key = placeKey(want.place);
  const item = items.find((candidate) => placeKey(candidate) === key);
  if (!item) return null;
  return { ...want, reason: item.reason, available: item.available ?? null };
}

/** Those of the wants that an answer names as unavailable, with its reasons. */
export function lossesOf(wants: readonly Want[], items: readonly UnavailableItem[]): Loss[] {
  return wants.map((want) => lossOf(want, items)).filter((loss) => loss !== null);
}

/** What an answer means for each place that was asked for: which are held, which are lost and why. */
export function settle(wants: Want[], answer: LockAnswer): Settlement {
  if (answer?.ok) return settleLocked(wants, answer.data);
  const lost = wants;
  if (answer === null || undecided.has(answer.error.code)) {
    return { lost, unsent: wants, losses: [], notices: [] };
  }
  const { error } = answer;
  if (error.code === 'items_unavailable') {
    const items = itemsOf(error);
    const losses = wants.map(
      (want): Loss => lossOf(want, items) ?? { ...want, reason: 'unknown', available: null },
    );
    const notice: CartNotice = { kind: 'lost', losses, held: [], ...insteadOf(error) };
    return { lost, unsent: [], losses, notices: [notice] };
  }
  return { lost, unsent: [], losses: [], notices: [refusalOf(error)] };
}

/** Why nothing at all was locked. */
export function refusalOf(error: Problem): CartNotice {
  const { code, limit, until } = error;
  if (code === 'lock_limit_reached' && typeof limit === 'number') return { kind: 'limit', limit };
  if (code === 'cooling_down' && typeof until === 'string') return { kind: 'cooling', until };
  return { kind: 'refused', code };
}

function settleLocked(wants: Want[], data: Locked): Settlement {
  const refused = lossesOf(wants, data.unavailable ?? []);
  const lostKeys = new Set(refused.map((loss) => placeKey(loss.place)));
  const isLost = (want: Want) => lostKeys.has(placeKey(want.place));
  const held = wants.filter((want) => !isLost(want));
  const notices: CartNotice[] = [];
  if (held.length > 0) notices.push({ kind: 'locked', wants: held });
  // A seat has no capacity of its own: the wire says so of the session's limit.
  const losses = refused.filter((loss) => loss.place.seatId === null || loss.reason !== 'capacity');
  if (losses.length > 0) notices.push({ kind: 'lost', losses, held, ...insteadOf(data) });
  if (losses.length < refused.length) notices.push({ kind: 'limit', limit: data.maxLocks });
  return { lost: wants.filter(isLost), unsent: [], losses, notices };
}

/** What came of asking for more time; null where nothing was held. */
export function settleExtended(
  answer: ActionResult<Extended> | null,
  by: 'hand' | 'itself',
): CartNotice | null {
  if (answer?.ok) {
    return answer.data.extended.length > 0 ? { kind: 'extended', by } : { kind: 'no_extensions' };
  }
  const code = answer?.error.code ?? 'unreachable';
  return code === 'no_live_locks' ? null : { kind: 'refused', code };
}

/** The problem's extras are open on the wire; these are as `http.md`'s 409 gives them. */
export function itemsOf(error: Record<string, unknown>): readonly UnavailableItem[] {
  return Array.isArray(error.items) ? (error.items as UnavailableItem[]) : [];
}

/** What an answer offers in place of what could not be had. */
export function insteadOf(answer: Record<string, unknown>) {
  const { alternatives, orphaned } = answer;
  return {
    alternatives: Array.isArray(alternatives) ? (alternatives as Placement[]) : [],
    orphaned: Array.isArray(orphaned) ? (orphaned as Orphaned[]) : [],
  };
}
