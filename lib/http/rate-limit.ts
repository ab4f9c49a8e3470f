import { processWide } from '@/lib/process-wide';

export type Rate = {
  /** Tokens of a full bucket: what may be spent at once. */
  capacity: number;
  /** Tokens that come back each second. */
  perSecond: number;
};
export type Taken = { ok: boolean; retryAfterSeconds: number };

/** About 10 MiB; over it, the bucket that has been idle longest is forgotten. */
const bucketsMax = 50_000;

/** Token buckets by key, bounded in number. A pure clock comes in, so that tests own the time. */
export class TokenBuckets {
  readonly #buckets = new Map<string, { tokens: number; atMs: number }>();

  constructor(
    private readonly nowMs: () => number,
    private readonly sizeMax = bucketsMax,
  ) {}

  /** Takes one token of `key`. Refused: whole seconds (at least 1) until there is one. */
  take(key: string, { capacity, perSecond }: Rate): Taken {
    const atMs = this.nowMs();
    const bucket = this.#buckets.get(key);
    const refilled = bucket
      ? Math.min(capacity, bucket.tokens + ((atMs - bucket.atMs) / 1000) * perSecond)
      : capacity;
    const ok = refilled >= 1;
    // Deleted first, so that the map's order is the order of last use.
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens: ok ? refilled - 1 : refilled, atMs });
    if (this.#buckets.size > this.sizeMax) this.#forgetOldest();
    return { ok, retryAfterSeconds: ok ? 0 : Math.max(1, Math.ceil((1 - refilled) / perSecond)) };
  }

  get size(): number {
    return this.#buckets.size;
  }

  #forgetOldest(): void {
    const oldest = this.#buckets.keys().next();
    if (!oldest.done) this.#buckets.delete(oldest.value);
  }
}

/** Kinds are kept apart: a flood of new sessions must not push out who guesses at passwords. */
type Kind = 'address' | 'session' | 'sign-in-from' | 'known-from' | 'staff';

/** Takes a token from the process's own buckets; each process counts for itself. */
export function takeToken(kind: Kind, who: string, rate: Rate): Taken {
  const buckets = processWide(
    `token buckets ${kind}`,
    () => new TokenBuckets(() => performance.now()),
  );
  return buckets.take(who, rate);
}
