import { sql } from 'drizzle-orm';
import { type Context, inTenant } from '@/lib/context';

/** An event taken for delivery. `attempt` counts claims, this one included, and proves the claim. */
export type Claim = {
  id: string;
  name: string;
  data: Record<string, unknown>;
  attempt: number;
};

/**
 * Takes up to `batchMax` due events of the tenant by putting their next attempt `leaseMs` ahead, so
 * that no transaction stays open while they are delivered and a crash only delays them.
 */
export function claimDue(
  ctx: Context,
  { batchMax, leaseMs }: { batchMax: number; leaseMs: number },
): Promise<Claim[]> {
  return inTenant(ctx, async ({ db, tenantId }) => {
    const rows = await db.execute<Claim>(sql`
      WITH due AS MATERIALIZED (
        SELECT id FROM outbox
        WHERE tenant_id = ${tenantId} AND sent_at IS NULL AND next_attempt_at <= clock_timestamp()
        ORDER BY next_attempt_at
        LIMIT ${batchMax}
        FOR UPDATE SKIP LOCKED
      )
      UPDATE outbox o
      SET attempts = o.attempts + 1,
          next_attempt_at = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
      FROM due
      WHERE o.tenant_id = ${tenantId} AND o.id = due.id
      RETURNING o.id, o.name, o.data, o.attempts AS attempt`);
    return [...rows];
  });
}

/** Marks a claimed event as sent. False when the claim has passed to another in the meantime. */
export function finishClaim(ctx: Context, claim: Claim): Promise<boolean> {
  return inTenant(ctx, async ({ db, tenantId }) => {
    const rows = await db.execute(sql`
      UPDATE outbox SET sent_at = clock_timestamp(), last_error = NULL
      WHERE tenant_id = ${tenantId} AND id = ${claim.id}
        AND attempts = ${claim.attempt} AND sent_at IS NULL
      RETURNING id`);
    return rows.length === 1;
  });
}

/**
 * Gives a claimed event back after a failure, unless the claim has passed to another.
 * @param delayMs until the next attempt; null sets the event aside for good.
 */
export async function failClaim(
  ctx: Context,
  claim: Claim,
  { delayMs, error }: { delayMs: number | null; error: string },
): Promise<void> {
  const next =
    delayMs === null
      ? sql`'infinity'::timestamptz`
      : sql`clock_timestamp() + ${delayMs} * interval '1 millisecond'`;
  await inTenant(ctx, ({ db, tenantId }) =>
    db.execute(sql`
      UPDATE outbox SET next_attempt_at = ${next}, last_error = ${error}
      WHERE tenant_id = ${tenantId} AND id = ${claim.id}
        AND attempts = ${claim.attempt} AND sent_at IS NULL`),
  );
}
