import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type Context, inTenant } from '@/lib/context';
import { withRetry } from '@/lib/transient';
import { asEnded, type StaleLock } from './guard';
import { tellEnded } from './held';

const batchMax = 500;
/** A bound on one run; what is left waits for the next. */
const batchesMax = 2_000;

/**
 * Writes stale locks down as ended, in bounded batches, over all tenants. Hygiene and statistics:
 * a stale lock is nobody's, whether or not this has run.
 * @returns how many were written as expired, and as released by a closed tab.
 * @throws DomainError `unavailable`.
 */
export async function cleanupExpiredLocks(db: Db): Promise<{ expired: number; released: number }> {
  const done = { expired: 0, released: 0 };
  const tenants = await withRetry(() =>
    db.execute<{ id: number }>(
      sql`SELECT tenants_with_stale_locks AS id FROM tenants_with_stale_locks()`,
    ),
  );
  let batches = 0;
  for (const { id } of tenants) {
    const ctx: Context = { db, tenantId: id, actor: { kind: 'system' } };
    let ended: StaleLock[];
    do {
      ended = await withRetry(() => inTenant(ctx, endBatch));
      const released = ended.filter((lock) => lock.abandoned).length;
      done.released += released;
      done.expired += ended.length - released;
    } while (ended.length === batchMax && ++batches < batchesMax);
  }
  return done;
}

/** Locks whose row somebody holds are left for the next run: they are being extended or taken over. */
async function endBatch(ctx: Context): Promise<StaleLock[]> {
  const { db, tenantId } = ctx;
  const ended = await db.execute<StaleLock & { quantity: number }>(sql`
    WITH stale AS MATERIALIZED (
      SELECT id FROM cart_item_locks
      WHERE tenant_id = ${tenantId} AND status = 'active' AND expires_at <= clock_timestamp()
      ORDER BY expires_at LIMIT ${batchMax} FOR UPDATE SKIP LOCKED
    )
    UPDATE cart_item_locks AS l SET ${asEnded}
    FROM stale WHERE l.tenant_id = ${tenantId} AND l.id = stale.id
    RETURNING l.id, l.event_id AS "eventId", l.zone_id AS "zoneId", l.seat_id AS "seatId",
      l.quantity, l.former_expires_at IS NOT NULL AS abandoned`);
  await tellEnded(ctx, ended);
  return ended;
}
