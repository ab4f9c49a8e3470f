import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type Context, inTenant } from '@/lib/context';
import { processWide } from '@/lib/process-wide';
import { withRetry } from '@/lib/transient';
import { Coalescer } from './coalescer';
import type { LockStatus } from './schema';
import { readCartsOf, statusOf } from './status';
import { welcomeBack } from './welcome-back';

export { addressName, sessionName } from './session-name';

/** Asks about the status are answered together, as locks are written together. */
const limits = { batchMax: 256, queueMax: 10_000 };

function statusReader(db: Db): Coalescer<string, LockStatus> {
  return processWide(
    'lock-status',
    () => new Coalescer((key, sessions) => answer(db, Number(key), sessions), limits),
  );
}

/**
 * The session's cart in the context's tenant. To ask is to be here: locks that the session had
 * abandoned within the grace are resumed first. Without a session, an empty cart.
 * @throws DomainError `unavailable`, `overloaded`.
 */
export function lockStatus(ctx: Context): Promise<LockStatus> {
  const session = ctx.actor.kind === 'buyer' ? ctx.actor.sessionKey : '';
  return statusReader(ctx.db).submit(String(ctx.tenantId), session);
}

async function answer(db: Db, tenantId: number, sessions: string[]): Promise<LockStatus[]> {
  const ctx: Context = { db, tenantId, actor: { kind: 'system' } };
  const read = await withRetry(() => readCartsOf(ctx, [...new Set(sessions)]));
  const carts = await welcomeBack(ctx, read);
  return sessions.map((session) => statusOf(carts, session));
}

/**
 * Units of a zone that can be locked now. Numbered: seats for sale under no live lock; general:
 * `capacity − sold − live units`, never under 0.
 */
export function availableCapacity(ctx: Context, zoneId: number): Promise<number> {
  return inTenant(ctx, async ({ db, tenantId }) => {
    const live = sql`l.tenant_id = ${tenantId} AND l.status = 'active' AND l.expires_at > clock_timestamp()`;
    const [row] = await db.execute<{ available: number }>(sql`
      SELECT (CASE z.kind
        WHEN 'numbered' THEN (
          SELECT count(*) FROM seats s
          WHERE s.tenant_id = ${tenantId} AND s.zone_id = z.id AND s.status = 'available'
            AND NOT EXISTS (SELECT 1 FROM cart_item_locks l WHERE ${live} AND l.seat_id = s.id))
        ELSE greatest(z.capacity - z.sold - coalesce((
          SELECT sum(l.quantity) FROM cart_item_locks l
          WHERE ${live} AND l.zone_id = z.id AND l.seat_id IS NULL), 0), 0)
        END)::int AS available
      FROM zones z WHERE z.tenant_id = ${tenantId} AND z.id = ${zoneId}`);
    return row?.available ?? 0;
  });
}
