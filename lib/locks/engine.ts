import type { Db } from '@/db/client';
import type { Context } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import { type LiveSeats, liveSeats } from '@/lib/live/queries';
import { log } from '@/lib/log';
import { metrics } from '@/lib/metrics';
import { processWide } from '@/lib/process-wide';
import { seatingOf } from '@/lib/seating/queries';
import type { OrphanRule } from '@/lib/settings';
import { withRetry } from '@/lib/transient';
import { type Assumed, Outdated } from './assumed';
import { type Batch, writeBatch } from './batch';
import type { Claim, ClaimOutcome } from './claim';
import { Coalescer } from './coalescer';
import type { LockStatus, UnavailableItem } from './schema';
import { type Carts, statusOf } from './status';
import { welcomeBack } from './welcome-back';

/** One statement's arrays stay short, and one batch's wait bearable. */
const batchMax = 256;
/** Some seconds of work of one hot event; over it a buyer is better told at once. */
const queueMax = 5_000;

export type EngineMeter = {
  batch(size: number): void;
  /** `locked`, or the code that a claim was refused with. */
  outcome(outcome: string): void;
  /** From submission to answer. */
  latency(ms: number): void;
  /** An item that could not be had. */
  conflict(reason: string): void;
  /** Locks that had run out, ended by a batch. */
  takenOver(locks: number): void;
};

/** A tenant's rule or a hall's map may change as a batch begins; not time and again. */
const beginningsMax = 4;

/** A claim's outcome, with its session's cart as it is then. */
export type Claimed = ClaimOutcome & { cart: LockStatus };

/** The queues of one process: claims on the same event are written together. */
export class LockEngine {
  private readonly coalescer: Coalescer<Claim, Claimed>;
  /** Each tenant's rule on single seats, as of its last batch. */
  private readonly rules = new Map<number, OrphanRule>();

  constructor(
    private readonly db: Db,
    limits = { batchMax, queueMax },
    private readonly meter?: EngineMeter,
    private readonly seatsInMemory = liveSeats,
  ) {
    this.coalescer = new Coalescer<Claim, Claimed>((key, claims, onWritten) => {
      const [tenantId, eventId] = key.split(' ') as [string, string];
      return this.write(Number(tenantId), eventId, claims, onWritten);
    }, limits);
  }

  /** Waits for the claim's turn. Rejects with the claim's own `DomainError`, or the batch's. */
  async claim(
    tenantId: number,
    eventId: string,
    claim: Claim,
    signal?: AbortSignal,
  ): Promise<Claimed> {
    const askedAtMs = performance.now();
    try {
      return await this.coalescer.submit(`${tenantId} ${eventId}`, claim, signal);
    } finally {
      this.meter?.latency(performance.now() - askedAtMs);
    }
  }

  /** Claims waiting, over all events. */
  get depth(): number {
    return this.coalescer.depth;
  }

  private async write(
    tenantId: number,
    eventId: string,
    claims: Claim[],
    onWritten: () => void,
  ): Promise<(Claimed | DomainError)[]> {
    this.meter?.batch(claims.length);
    const ctx: Context = { db: this.db, tenantId, actor: { kind: 'system' } };
    const batch = await this.begin(ctx, eventId, claims, onWritten);
    this.meter?.takenOver(batch.takenOver);
    const carts = await welcomed(ctx, batch.carts);
    return batch.outcomes.map((outcome, i) => {
      const refused = outcome instanceof DomainError;
      this.meter?.outcome(refused ? outcome.code : 'locked');
      for (const { reason } of unavailableIn(outcome)) this.meter?.conflict(reason);
      if (refused) return outcome;
      return { ...outcome, cart: statusOf(carts, (claims[i] as Claim).sessionKey) };
    });
  }

  /** Writes the batch, again from the beginning when it began with something that is not so any more. */
  private async begin(
    ctx: Context,
    eventId: string,
    claims: Claim[],
    onWritten: () => void,
  ): Promise<Batch> {
    for (let beginning = 1; ; beginning++) {
      try {
        return await withRetry(async () => {
          const assumed = await this.assume(ctx, eventId, claims);
          return writeBatch(ctx, eventId, claims, { assumed, onWritten });
        });
      } catch (error) {
        if (!(error instanceof Outdated)) throw error;
        if (beginning === beginningsMax) throw new DomainError('overloaded', {}, { cause: error });
        this.rules.set(ctx.tenantId, error.rule);
        if (error.mapVersion !== null) await seatingOf(ctx, eventId, error.mapVersion);
      }
    }
  }

  private async assume(ctx: Context, eventId: string, claims: Claim[]): Promise<Assumed> {
    const rule = this.rules.get(ctx.tenantId) ?? 'off';
    const choosing = claims.some((claim) => claim.wish);
    const seating = choosing || rule !== 'off' ? await seatingOf(ctx, eventId) : null;
    const states = choosing ? await this.known(ctx.tenantId, eventId) : null;
    return { rule, seating, states };
  }

  /** null while nothing is known of the seats: who named his own need not wait for that. */
  private async known(tenantId: number, eventId: string): Promise<LiveSeats | null> {
    try {
      return await this.seatsInMemory(tenantId, eventId);
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }
}

function unavailableIn(outcome: ClaimOutcome | DomainError): UnavailableItem[] {
  if (!(outcome instanceof DomainError)) return outcome.unavailable;
  return (outcome.details.items as UnavailableItem[] | undefined) ?? [];
}

/** The batch is written, whatever becomes of this: who could not be welcomed back is the next time. */
async function welcomed(ctx: Context, carts: Carts): Promise<Carts> {
  try {
    return await welcomeBack(ctx, carts);
  } catch (error) {
    log.warn('abandoned locks could not be resumed', { tenantId: ctx.tenantId, error });
    return carts;
  }
}

/** The process's engine, on the client that it is first asked with. */
export function lockEngine(db: Db): LockEngine {
  return processWide('lock-engine', () => {
    const { batches, claims, lockLatency, conflicts, takeovers } = metrics();
    return new LockEngine(db, undefined, {
      batch: (size) => batches.observe(size),
      outcome: (outcome) => claims.inc({ outcome }),
      latency: (ms) => lockLatency.observe(ms / 1000),
      conflict: (reason) => conflicts.inc({ reason }),
      takenOver: (locks) => takeovers.inc(locks),
    });
  });
}
