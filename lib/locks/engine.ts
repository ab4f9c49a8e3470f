import type { Db } from '@/db/client';
import { processWide } from '@/lib/process-wide';
import { withRetry } from '@/lib/transient';
import { writeBatch } from './batch';
import { Coalescer } from './coalescer';
import type { Claim, ClaimOutcome } from './policy';

/** One statement's arrays stay short, and one batch's wait bearable. */
const batchMax = 256;
/** Some seconds of work of one hot event; over it a buyer is better told at once. */
const queueMax = 5_000;

export type EngineMeter = { batch(size: number): void };

/** The queues of one process: claims on the same event are written together. */
export class LockEngine {
  private readonly coalescer: Coalescer<Claim, ClaimOutcome>;

  constructor(db: Db, limits = { batchMax, queueMax }, meter?: EngineMeter) {
    this.coalescer = new Coalescer<Claim, ClaimOutcome>(
      (key, claims) => {
        const [tenantId, eventId] = key.split(' ') as [string, string];
        const ctx = { db, tenantId: Number(tenantId), actor: { kind: 'system' } as const };
        return withRetry(() => writeBatch(ctx, eventId, claims));
      },
      limits,
      (size) => meter?.batch(size),
    );
  }

  /** Waits for the claim's turn. Rejects with the claim's own `DomainError`, or the batch's. */
  claim(
    tenantId: number,
    eventId: string,
    claim: Claim,
    signal?: AbortSignal,
  ): Promise<ClaimOutcome> {
    return this.coalescer.submit(`${tenantId} ${eventId}`, claim, signal);
  }

  /** Claims waiting, over all events. */
  get depth(): number {
    return this.coalescer.depth;
  }
}

/** The process's engine, on the client that it is first asked with. */
export function lockEngine(db: Db): LockEngine {
  return processWide('lock-engine', () => new LockEngine(db));
}
