import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { fromEpochMs, intArray, textArray, uuidArray } from '@/lib/sql';
import type { BatchState, NewLock } from './claim';

/**
 * Inserts the locks of a batch with one statement. `state.nowMs` is the database's clock as read
 * under the batch's row locks, so that every lock's deadline is known before it is written. An
 * account that is no more (a token outlives it) becomes none: one buyer must not fail the batch.
 */
export async function insertLocks(
  { db, tenantId }: Context,
  eventId: string,
  locks: NewLock[],
  { nowMs, settings }: Pick<BatchState, 'nowMs' | 'settings'>,
): Promise<void> {
  if (locks.length === 0) return;
  // Sent together. The checks of foreign keys are prepared statements too, run for each row: they
  // may keep their plans, because each has only one that it could take.
  await Promise.all([
    db.execute(sql`SELECT set_config('plan_cache_mode', 'auto', true)`),
    db.execute(sql`
    INSERT INTO cart_item_locks (tenant_id, id, session_key, user_id, event_id, zone_id, seat_id,
      quantity, price_at_lock, metadata, locked_at, expires_at, duration_ms, max_extensions)
    SELECT ${tenantId}, l.id, session_key, (SELECT u.id FROM users u WHERE u.id = l.user_id), ${eventId}, zone_id, seat_id, quantity, price,
      metadata, ${fromEpochMs(nowMs)}, ${fromEpochMs(nowMs + settings.durationMs)},
      ${settings.durationMs}, ${settings.maxExtensions}
    FROM unnest(
      ${uuidArray(locks.map((lock) => lock.id))},
      ${textArray(locks.map((lock) => lock.claim.sessionKey))},
      ${sql.param(locks.map((lock) => lock.claim.userId))}::uuid[],
      ${intArray(locks.map((lock) => lock.zoneId))},
      ${sql.param(locks.map((lock) => lock.seatId))}::int[],
      ${intArray(locks.map((lock) => lock.quantity))},
      ${intArray(locks.map((lock) => lock.priceMinor))},
      ${textArray(locks.map((lock) => JSON.stringify(lock.claim.metadata)))}::jsonb[]
    ) AS l(id, session_key, user_id, zone_id, seat_id, quantity, price, metadata)`),
  ]);
}
