import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '@/db/client';
import { outbox } from '@/db/schema/outbox';
import type { Context } from '@/lib/context';
import { database } from '@/lib/database';
import { log } from '@/lib/log';
import { metrics } from '@/lib/metrics';
import { processWide } from '@/lib/process-wide';
import { type Claim, claimDue, failClaim, finishClaim } from './claims';
import { type DrainLimits, drainLimits, errorSummary, retryDelayMs } from './policy';
import { type Deliver, type NewEvent, PermanentFailure } from './schema';

export type Drained = { sent: number; failed: number };

/**
 * Writes an event in the caller's transaction: it leaves if that commits, and never was if it does
 * not. `ctx.db` must be a transaction of `inTenant`; call `pokeOutbox()` once it has committed.
 * @returns the event's id
 */
export async function enqueue(ctx: Context, event: NewEvent): Promise<string> {
  const id = uuidv7();
  await ctx.db
    .insert(outbox)
    .values({ tenantId: ctx.tenantId, id, name: event.name, data: event.data });
  return id;
}

/**
 * Delivers every tenant's due events, at least once each; the receiver tells a second delivery by
 * the event's id. Several processes may drain at once. A failed delivery is tried again later.
 */
export async function drainOutbox(
  db: Db,
  deliver: Deliver,
  limits: DrainLimits = drainLimits,
): Promise<Drained> {
  const drained: Drained = { sent: 0, failed: 0 };
  const tenants = await db.execute<{ id: number }>(
    sql`SELECT id FROM tenants_with_due_outbox() AS id`,
  );
  for (const { id: tenantId } of tenants) {
    const ctx: Context = { db, tenantId, actor: { kind: 'system' } };
    for (let round = 0; round < limits.roundsMax; round += 1) {
      const claims = await claimDue(ctx, limits);
      const sent = await Promise.all(claims.map((claim) => attempt(ctx, claim, deliver, limits)));
      drained.sent += sent.filter(Boolean).length;
      drained.failed += sent.filter((done) => !done).length;
      if (claims.length < limits.batchMax) break;
    }
  }
  return drained;
}

async function attempt(
  ctx: Context,
  claim: Claim,
  deliver: Deliver,
  limits: DrainLimits,
): Promise<boolean> {
  try {
    const { id, name, data } = claim;
    await deliver({ id, tenantId: ctx.tenantId, name, data });
  } catch (error) {
    const hopeless = error instanceof PermanentFailure || claim.attempt >= limits.attemptsMax;
    const delayMs = hopeless ? null : retryDelayMs(claim.attempt, Math.random(), limits);
    const summary = errorSummary(error);
    const { id, name, attempt } = claim;
    metrics().jobFailures.inc({ job: name });
    log.warn(hopeless ? 'event set aside' : 'event is tried again', {
      id,
      name,
      attempt,
      delayMs,
      reason: summary,
    });
    await failClaim(ctx, claim, { delayMs, error: summary });
    return false;
  }
  return finishClaim(ctx, claim);
}

type Pump = {
  deliver: Deliver | null;
  poked: boolean;
  running: Promise<void> | null;
  again: boolean;
};

const pump = () =>
  processWide<Pump>('outbox', () => ({
    deliver: null,
    poked: false,
    running: null,
    again: false,
  }));

/** Says where this process's outbox goes. Set once at start; null (the default) keeps pokes quiet. */
export function setDeliverer(deliver: Deliver | null): void {
  pump().deliver = deliver;
}

/**
 * Drains to the process's deliverer, one drain at a time: a call during a drain makes it go round
 * once more, and settles with it.
 */
export function pumpOutbox(db: Db, limits: DrainLimits = drainLimits): Promise<void> {
  const state = pump();
  const { deliver } = state;
  if (!deliver) return Promise.resolve();
  if (state.running) {
    state.again = true;
    return state.running;
  }
  const run = async () => {
    do {
      state.again = false;
      await drainOutbox(db, deliver, limits);
    } while (state.again);
  };
  state.running = run().finally(() => {
    state.running = null;
  });
  return state.running;
}

/**
 * Says that something was enqueued and has committed, so that it leaves now and not at the next
 * scheduled drain. Returns at once; what fails is left to that drain.
 */
export function pokeOutbox(): void {
  const state = pump();
  if (!state.deliver || state.poked) return;
  state.poked = true;
  setImmediate(() => {
    state.poked = false;
    pumpOutbox(database()).catch((error: unknown) => {
      log.warn('the outbox waits for its next drain', { error });
    });
  });
}
