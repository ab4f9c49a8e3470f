import type { HeldLock } from './held';
import type { Released, ReleaseInput } from './schema';

export type ReleasePlan = {
  whole: HeldLock[];
  /** Locks that live on with the rest. `quantity`: units given back. */
  parts: { lock: HeldLock; quantity: number }[];
  notFound: Released['notFound'];
};

/** What of the session's live locks a release takes. Nothing is taken twice. */
export function planRelease(live: HeldLock[], input: ReleaseInput): ReleasePlan {
  if ('lockIds' in input) {
    const ids = new Set(live.map((lock) => lock.id));
    return { whole: live, parts: [], notFound: input.lockIds.filter((id) => !ids.has(id)) };
  }
  if (!('items' in input)) return { whole: live, parts: [], notFound: [] };

  const plan: ReleasePlan = { whole: [], parts: [], notFound: [] };
  const left = new Map(live.map((lock) => [lock.id, lock.quantity]));
  const newestFirst = [...live].sort(
    (a, b) => b.lockedAtMs - a.lockedAtMs || (a.id < b.id ? 1 : -1),
  );
  for (const item of input.items) {
    let wanted = 'seatId' in item ? 1 : item.quantity;
    for (const lock of newestFirst) {
      const fits =
        'seatId' in item
          ? lock.seatId === item.seatId
          : lock.seatId === null && lock.zoneId === item.zoneId;
      const units = fits ? Math.min(wanted, left.get(lock.id) as number) : 0;
      wanted -= units;
      left.set(lock.id, (left.get(lock.id) as number) - units);
    }
    if (wanted > 0) plan.notFound.push('seatId' in item ? item : { ...item, quantity: wanted });
  }
  for (const lock of live) {
    const rest = left.get(lock.id) as number;
    if (rest === 0) plan.whole.push(lock);
    else if (rest < lock.quantity) plan.parts.push({ lock, quantity: lock.quantity - rest });
  }
  return plan;
}
