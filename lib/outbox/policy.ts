/** Bounds of one drain and of one event's life in the outbox. */
export type DrainLimits = {
  /** Events claimed, and delivered side by side, at a time. */
  batchMax: number;
  /** Batches a tenant gets in one drain, so that one with a backlog does not keep the others out. */
  roundsMax: number;
  /** How long a claim keeps others away: longer than any delivery takes, and the wait after a crash. */
  leaseMs: number;
  /** Attempts before an event is set aside for people to look at. With `delayMaxMs`, about a week. */
  attemptsMax: number;
  delayFirstMs: number;
  delayMaxMs: number;
};

export const drainLimits: DrainLimits = {
  batchMax: 8,
  roundsMax: 25,
  leaseMs: 90_000,
  attemptsMax: 180,
  delayFirstMs: 5_000,
  delayMaxMs: 3_600_000,
};

/** The longest error text kept beside an event. */
const errorCharsMax = 500;

/**
 * The wait after the `attempts`-th failure, in milliseconds: doubled each time up to the maximum,
 * and spread by a quarter either way so that many failures do not come back as one wave.
 * @param random from 0 up to 1
 */
export function retryDelayMs(attempts: number, random: number, limits = drainLimits): number {
  const doubled = limits.delayFirstMs * 2 ** Math.min(attempts - 1, 30);
  return Math.round(Math.min(doubled, limits.delayMaxMs) * (0.75 + random / 2));
}

/**
 * What may be kept of an error: its own words, cut short, without addresses and without what
 * follows a password's place in a URL or an authorization header.
 */
export function errorSummary(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text
    .replace(/:\/\/[^\s/@]+@/g, '://…@')
    .replace(/\b(bearer|basic)\s+\S+/gi, '$1 …')
    .replace(/\bsignkey-\S+/gi, 'signkey-…')
    .replace(/[^\s<>"'@:/]+@[^\s<>"'@]+/g, '…@…')
    .slice(0, errorCharsMax);
}
