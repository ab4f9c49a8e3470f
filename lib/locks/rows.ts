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
  inserted: NewLock[],
  { nowMs, settings }: Pick<BatchState, 'nowMs' | 'settings'>,
): Promise<void> {
  const locks = inserted.filter((lock) => lock.inherits === null);
  if (locks.length === 0) return;
  // Sent together. The checks of foreign keys are prepared statements too, run for each row: they
  // may keep their plans, because each has only one that it could take.
  await Promise.all([
    db.execute(sql`SELECT set_config('plan_cache_mode', 'auto', true)`),
    db.execute(sql`
    INSERT INTO cart_item_locks (tenant_id, id, session_key, user_id, event_id, zone_id, seat_id,
      quantity, price_at_lock, metadata, cart_id, device, address_hash, locked_at, expires_at,
      duration_ms, max_extensions)
    SELECT ${tenantId}, l.id, session_key, (SELECT u.id FROM users u WHERE u.id = l.user_id), ${eventId}, zone_id, seat_id, quantity, price,
      metadata, cart_id, device, address_hash, ${fromEpochMs(nowMs)}, ${fromEpochMs(nowMs + settings.durationMs)},
      ${settings.durationMs}, ${settings.maxExtensions}
    FROM unnest(
      ${uuidArray(locks.map((lock) => lock.id))},
      ${textArray(locks.map((lock) => lock.claim.sessionKey))},
      ${sql.param(locks.map((lock) => lock.claim.userId))}::uuid[],
      ${intArray(locks.map((lock) => lock.zoneId))},
      ${sql.param(locks.map((lock) => lock.seatId))}::int[],
      ${intArray(locks.map((lock) => lock.quantity))},
      ${intArray(locks.map((lock) => lock.priceMinor))},
      ${textArray(locks.map((lock) => JSON.stringify(lock.claim.metadata)))}::jsonb[],
      ${uuidArray(locks.map((lock) => lock.cartId))},
      ${sql.param(locks.map((lock) => lock.claim.client?.device ?? null))}::text[],
      ${sql.param(locks.map((lock) => lock.claim.client?.addressHash ?? null))}::text[]
    ) AS l(id, session_key, user_id, zone_id, seat_id, quantity, price, metadata, cart_id, device,
      address_hash)`),
  ]);
}

/**
 * Inserts the locks that go on with the times of others, given up for them: same deadline, same
 * extensions, so that bounded-life holds however often a buyer moves.
 */
export async function insertInherited(
  { db, tenantId }: Context,
  eventId: string,
  inserted: NewLock[],
): Promise<void> {
  const locks = inserted.flatMap((lock) =>
    lock.inherits ? [{ ...lock, from: lock.inherits.id }] : [],
  );
  if (locks.length === 0) return;
  await db.execute(sql`
    INSERT INTO cart_item_locks (tenant_id, id, session_key, user_id, event_id, zone_id, seat_id,
      price_at_lock, metadata, cart_id, device, address_hash, checkout_at, paying_at, locked_at,
      expires_at, duration_ms, max_extensions, extensions, payment_window_ms)
    SELECT l.tenant_id, moved.id, l.session_key, l.user_id, ${eventId}, moved.zone_id, moved.seat_id,
      moved.price, l.metadata || jsonb_build_object('swappedFrom', l.id), l.cart_id, l.device,
      l.address_hash, l.checkout_at, l.paying_at, l.locked_at,
      coalesce(l.former_expires_at, l.expires_at), l.duration_ms, l.max_extensions, l.extensions,
      l.payment_window_ms
    FROM unnest(
      ${uuidArray(locks.map((lock) => lock.from))},
      ${uuidArray(locks.map((lock) => lock.id))},
      ${intArray(locks.map((lock) => lock.zoneId))},
      ${intArray(locks.map((lock) => lock.seatId as number))},
      ${intArray(locks.map((lock) => lock.priceMinor))}
    ) AS moved(from_id, id, zone_id, seat_id, price)
    JOIN cart_item_locks l ON l.tenant_id = ${tenantId} AND l.id = moved.from_id`);
}
