import { sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import type { Context } from '@/lib/context';
import { noChanges, seatSold } from '@/lib/live/schema';
import { announce } from '@/lib/live/service';
import { fromEpochMs, intArray, textArray, uuidArray } from '@/lib/sql';
import { newCartId, openCarts } from './cart-id';
import { type ConversionFacts, type OrderLine, planConversion, type SoldLine } from './conversion';
import { databaseNowMs, endStale } from './guard';
import { tellEnded } from './held';

/**
 * Turns the locks of an order into a sale, all or nothing, inside the caller's transaction: locks
 * become `converted`, seats sold, `zones.sold` grows. A line whose lock has ended takes its seat or
 * places again if they are free.
 * @returns the lines sold, or null when one of them is gone; then nothing was changed.
 */
export async function convertLocks(
  ctx: Context,
  { orderId }: { orderId: string },
): Promise<SoldLine[] | null> {
  const lines = await readLines(ctx, orderId);
  if (lines.length === 0) return null;
  const seatIds = lines.flatMap((line) => (line.seatId === null ? [] : [line.seatId]));
  const zoneIds = [...new Set(lines.map((line) => line.zoneId))];
  await holdRows(ctx, lines, zoneIds, seatIds);
  const stale = await endStale(ctx, seatIds, zoneIds, 'pass over');
  const sold = planConversion(await readFacts(ctx, orderId, zoneIds, seatIds), newId);
  await tellEnded(
    ctx,
    stale.map((lock) => ({ ...lock, quantity: 0 })),
  );
  if (sold === null) return null;
  await retake(ctx, sold);
  await endConverted(ctx, sold);
  await sellUnits(ctx, sold);
  return sold;
}

async function readLines({ db, tenantId }: Context, orderId: string): Promise<OrderLine[]> {
  return await db.execute<OrderLine>(sql`
    SELECT l.id AS "lockId", l.session_key AS "sessionKey", l.user_id AS "userId",
      l.event_id AS "eventId", l.zone_id AS "zoneId", l.seat_id AS "seatId", ol.quantity,
      l.quantity AS "heldQuantity", l.price_at_lock AS "priceMinor", l.status,
      l.end_reason IS NOT DISTINCT FROM 'admin' AS "takenBack", l.duration_ms AS "durationMs"
    FROM order_locks ol
    JOIN all_locks l ON l.tenant_id = ol.tenant_id AND l.id = ol.lock_id
    WHERE ol.tenant_id = ${tenantId} AND ol.order_id = ${orderId} ORDER BY l.id`);
}

/**
 * Every row that the sale changes, in the engine's one order: zones, seats, locks. Among the locks
 * those that ran out in these zones: held later, one by one, they could stand in a ring with a rival.
 */
async function holdRows(
  { db, tenantId }: Context,
  lines: OrderLine[],
  zoneIds: number[],
  seatIds: number[],
): Promise<void> {
  await db.execute(sql`
    SELECT id FROM zones WHERE tenant_id = ${tenantId} AND id = ANY(${intArray(zoneIds)})
    ORDER BY id FOR NO KEY UPDATE`);
  await db.execute(sql`
    SELECT id FROM seats WHERE tenant_id = ${tenantId} AND id = ANY(${intArray(seatIds)})
    ORDER BY id FOR NO KEY UPDATE`);
  await db.execute(sql`
    SELECT id FROM cart_item_locks
    WHERE tenant_id = ${tenantId} AND status = 'active'
      AND (id = ANY(${uuidArray(lines.map((line) => line.lockId))})
        OR seat_id = ANY(${intArray(seatIds)})
        OR (seat_id IS NULL AND zone_id = ANY(${intArray(zoneIds)})
          AND expires_at <= clock_timestamp()))
    ORDER BY id FOR UPDATE`);
}

async function readFacts(
  ctx: Context,
  orderId: string,
  zoneIds: number[],
  seatIds: number[],
): Promise<ConversionFacts> {
  const { db, tenantId } = ctx;
  const lines = await readLines(ctx, orderId);
  const seatRows = await db.execute<{ id: number; available: boolean }>(sql`
    SELECT id, status = 'available' AS available FROM seats
    WHERE tenant_id = ${tenantId} AND id = ANY(${intArray(seatIds)})`);
  const lockRows = await db.execute<{ id: string; seatId: number; sessionKey: string }>(sql`
    SELECT id, seat_id AS "seatId", session_key AS "sessionKey" FROM cart_item_locks
    WHERE tenant_id = ${tenantId} AND status = 'active' AND seat_id = ANY(${intArray(seatIds)})`);
  const zoneRows = await db.execute<{ id: number; room: number }>(sql`
    SELECT z.id, z.capacity - z.sold - coalesce((
      SELECT sum(l.quantity) FROM cart_item_locks l
      WHERE l.tenant_id = z.tenant_id AND l.zone_id = z.id AND l.seat_id IS NULL
        AND l.status = 'active'), 0)::int AS room
    FROM zones z WHERE z.tenant_id = ${tenantId} AND z.id = ANY(${intArray(zoneIds)})`);
  return {
    nowMs: await databaseNowMs(ctx),
    lines,
    seatsForSale: new Set(seatRows.filter((seat) => seat.available).map((seat) => seat.id)),
    seatLocks: new Map(lockRows.map((lock) => [lock.seatId, lock])),
    zoneRoom: new Map(zoneRows.map((zone) => [zone.id, zone.room])),
  };
}

/**
 * A lock of its own for each line that had to be taken again; sold in the same breath. Of one event
 * they are one cart: the one that takes in what the session locks, or a new one.
 */
async function retake({ db, tenantId }: Context, sold: SoldLine[]): Promise<void> {
  const again = sold.filter((line) => line.retakenAtMs !== null);
  if (again.length === 0) return;
  const sessions = textArray([...new Set(again.map((line) => line.sessionKey))]);
  const live = await db.execute<{ eventId: string; sessionKey: string; cartId: string }>(sql`
    SELECT DISTINCT event_id AS "eventId", session_key AS "sessionKey", cart_id AS "cartId"
    FROM cart_item_locks WHERE tenant_id = ${tenantId} AND status = 'active'
      AND expires_at > clock_timestamp() AND session_key = ANY(${sessions})`);
  const cartsOf = new Map<string, Map<string, string>>();
  for (const line of again) {
    const nowMs = line.retakenAtMs as number;
    const here = live.filter((lock) => lock.eventId === line.eventId);
    const carts = cartsOf.get(line.eventId) ?? openCarts(here, nowMs);
    const cartId = carts.get(line.sessionKey) ?? newCartId(nowMs);
    cartsOf.set(line.eventId, carts.set(line.sessionKey, cartId));
    await db.execute(sql`
      INSERT INTO cart_item_locks (tenant_id, id, session_key, user_id, event_id, zone_id, seat_id,
        quantity, price_at_lock, cart_id, device, address_hash, checkout_at, paying_at, locked_at,
        expires_at, duration_ms, max_extensions)
      SELECT ${tenantId}, ${line.lockId}, ${line.sessionKey}, ${line.userId}, ${line.eventId},
        ${line.zoneId}, ${line.seatId}, ${line.quantity}, ${line.priceMinor}, ${cartId}::uuid, l.device,
        l.address_hash, l.checkout_at, l.paying_at, ${fromEpochMs(line.retakenAtMs)}, ${fromEpochMs((line.retakenAtMs as number) + line.durationMs)},
        ${line.durationMs}, 0
      FROM all_locks l WHERE l.tenant_id = ${tenantId} AND l.id = ${line.orderedLockId}`);
  }
}

async function endConverted({ db, tenantId }: Context, sold: SoldLine[]): Promise<void> {
  await db.execute(sql`
    UPDATE cart_item_locks AS l SET status = 'converted', end_reason = 'sale',
      ended_at = clock_timestamp(), former_expires_at = NULL
    WHERE l.tenant_id = ${tenantId} AND l.id = ANY(${uuidArray(sold.map((line) => line.lockId))})`);
}

async function sellUnits(ctx: Context, sold: SoldLine[]): Promise<void> {
  const { db, tenantId } = ctx;
  const seatIds = sold.flatMap((line) => (line.seatId === null ? [] : [line.seatId]));
  await db.execute(sql`
    UPDATE seats SET status = 'sold' WHERE tenant_id = ${tenantId} AND id = ANY(${intArray(seatIds)})`);
  const zones = await db.execute<{ id: number; eventId: string; sold: number }>(sql`
    UPDATE zones AS z SET sold = z.sold + s.units
    FROM (SELECT zone_id, sum(units)::int AS units
      FROM unnest(${intArray(sold.map((line) => line.zoneId))},
        ${intArray(sold.map((line) => line.quantity))}) AS u(zone_id, units) GROUP BY zone_id) AS s
    WHERE z.tenant_id = ${tenantId} AND z.id = s.zone_id
    RETURNING z.id, z.event_id AS "eventId", z.sold`);
  const changes = new Map(zones.map((zone) => [zone.eventId, noChanges(tenantId, zone.eventId)]));
  for (const zone of zones) changes.get(zone.eventId)?.sold.push([zone.id, zone.sold]);
  for (const line of sold) {
    const told = changes.get(line.eventId);
    if (line.seatId !== null) told?.seats.push([line.seatId, seatSold]);
    else told?.units.push([line.zoneId, line.lockId, 0, 0]);
  }
  await announce(ctx, [...changes.values()]);
}
