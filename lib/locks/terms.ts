/** The terms of one lock, as fixed when it was made, and how far it has come. Times in ms since 1970. */
export type LockTerms = {
  lockedAtMs: number;
  /** The deadline to count from: the former one while the lock is abandoned. */
  deadlineMs: number;
  durationMs: number;
  maxExtensions: number;
  extensions: number;
};

/** The last moment that extensions may reach: bounded-life, without a payment window. */
export function lastDeadline({ lockedAtMs, durationMs, maxExtensions }: LockTerms): number {
  return lockedAtMs + durationMs * (1 + maxExtensions);
}

/**
 * Where an extension of `askedMs` (null: the full duration) puts the deadline: never more than the
 * full duration from now, never earlier than before.
 * @returns null when the lock has no extension left.
 */
export function extendedDeadline(
  lock: LockTerms,
  nowMs: number,
  askedMs: number | null,
): number | null {
  if (lock.extensions >= lock.maxExtensions) return null;
  const wanted = nowMs + Math.min(askedMs ?? lock.durationMs, lock.durationMs);
  return Math.max(lock.deadlineMs, Math.min(wanted, lastDeadline(lock)));
}

/** Where entering payment puts the deadline: at least a window from now. */
export function guaranteedDeadline(lock: LockTerms, nowMs: number, windowMs: number): number {
  return Math.max(lock.deadlineMs, nowMs + windowMs);
}
