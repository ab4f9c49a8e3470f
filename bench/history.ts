import type postgres from 'postgres';
import type { Db } from '@/db/client';
import { createHall } from '@/db/testing/hall';
import { countClosedHours } from '@/lib/analytics/service';

export type ArenaYear = {
  tenantId: number;
  /** Fifty evenings, each on sale for about ninety days. */
  eventIds: string[];
  /** Of the evening in the middle of the year: a seat and a zone. */
  seatId: number;
  zoneId: number;
};

const events = 50;
/** The others are over. */
const toCome = 12;
const days = 365;
const zonesOf = 20;
const seatsOf = 300;
const liveLocks = 5_000;

/**
 * A year of an arena: `locks` of them over 365 days up to now, two a cart on average, the same each
 * time but for the clock. Written month by month as the product would have it: into the table of
 * locks, counted by the real service, and what is older than a week moved to its month's history.
 */
export async function writeArenaYear(
  db: Db,
  admin: postgres.Sql,
  locks: number,
): Promise<ArenaYear> {
  const hall = await createHall(admin, { seats: 1 });
  const arena = await createArena(admin, hall.tenantId);
  // Whether rows point at what there is was seen to above; a year has to be written in minutes.
  const owner = await admin.reserve();
  await owner`SET session_replication_role = replica`;
  await owner`SET synchronous_commit = off`;
  const parts = 12;
  for (let part = 0; part < parts; part++) {
    await writeLocks(owner, arena, locks, [part / parts, (part + 1) / parts]);
    await owner`ANALYZE cart_item_locks`;
    let slices: number;
    do {
      slices = await countClosedHours(db);
    } while (slices > 0);
    await moveOld(owner, hall.tenantId);
    if (part < parts - 1) await markBack(owner, hall.tenantId);
  }
  await writeLive(owner, arena);
  await owner`RESET session_replication_role`;
  await owner`VACUUM (ANALYZE)`;
  owner.release();
  const middle = arena.first + 25;
  return {
    tenantId: hall.tenantId,
    eventIds: arena.eventIds,
    seatId: arena.firstSeat + 25 * zonesOf * seatsOf + 17,
    zoneId: arena.firstZone + (middle - arena.first) * zonesOf,
  };
}

type Arena = {
  tenantId: number;
  first: number;
  eventIds: string[];
  firstZone: number;
  firstSeat: number;
};

async function createArena(admin: postgres.Sql, tenantId: number): Promise<Arena> {
  const made = await admin<{ id: string }[]>`
    INSERT INTO events (tenant_id, id, venue_id, slug, name, description, status, starts_at,
      sale_starts_at, sale_ends_at)
    SELECT e.tenant_id, md5('evening ' || n)::uuid, e.venue_id, 'evening-' || n, 'Evening ' || n,
      e.description, 'published', at, at - interval '90 days', at
    FROM events e, generate_series(0, ${events - 1}::int) AS n,
      LATERAL (SELECT now() + (n - ${events - toCome}::int) * interval '7 days') AS evening(at)
    WHERE e.tenant_id = ${tenantId} ORDER BY n RETURNING id`;
  const [zone] = await admin`
    WITH made AS (
      INSERT INTO zones (tenant_id, event_id, name, kind, capacity, price_minor)
      SELECT ${tenantId}, md5('evening ' || n / ${zonesOf}::int)::uuid, 'Zone ' || n % ${zonesOf}::int, 'numbered',
        ${seatsOf}, 3000 + n % 5 * 1000 FROM generate_series(0, ${events * zonesOf - 1}::int) AS n
      ORDER BY n RETURNING id)
    SELECT min(id) AS first FROM made`;
  const [seat] = await admin`
    WITH made AS (
      INSERT INTO seats (tenant_id, event_id, zone_id, row, label, x, y)
      SELECT ${tenantId}, md5('evening ' || n / ${zonesOf * seatsOf}::int)::uuid, ${zone!.first} + n / ${seatsOf}::int,
        (n % ${seatsOf}::int / 20)::text, (n % 20)::text, 0, 0
      FROM generate_series(0, ${events * zonesOf * seatsOf - 1}::int) AS n ORDER BY n RETURNING id)
    SELECT min(id) AS first FROM made`;
  const eventIds = made.map(({ id }) => id);
  return { tenantId, first: 0, eventIds, firstZone: zone!.first, firstSeat: seat!.first };
}

/** Locks of the stretch of the year between two shares of it, with every outcome and device. */
async function writeLocks(
  admin: postgres.Sql,
  { tenantId, firstZone, firstSeat }: Arena,
  locks: number,
  [from, until]: [number, number],
): Promise<void> {
  const chance = (of: string, salt: number) =>
    `((hashint8extended(${of}, ${salt}) & 1048575) / 1048576.0)`;
  await admin.unsafe(`
    INSERT INTO cart_item_locks (tenant_id, id, session_key, event_id, zone_id, seat_id, locked_at,
      expires_at, status, price_at_lock, ended_at, end_reason, duration_ms, max_extensions, extensions,
      cart_id, device, address_hash, checkout_at, paying_at)
    SELECT ${tenantId}, md5('lock ' || n)::uuid, rpad(md5('session ' || cart - cart % 3 * 7), 40, 's'),
      md5('evening ' || event)::uuid, ${firstZone} + event * ${zonesOf} + seat / ${seatsOf},
      ${firstSeat} + event * ${zonesOf * seatsOf} + seat, at, at + interval '15 minutes',
      CASE reason WHEN 'sale' THEN 'converted' WHEN 'timeout' THEN 'expired' ELSE 'released' END,
      3000 + seat % 5 * 1000, at + (30 + 800 * ${chance('cart', 7)}) * interval '1 second', reason, 900000, 10,
      CASE WHEN ${chance('n', 8)} < 0.8 THEN 0 ELSE (10 * ${chance('n', 9)})::int END,
      md5('cart ' || cart)::uuid,
      (ARRAY['phone','phone','phone','desktop','tablet',NULL])[1 + (5.99 * ${chance('cart', 10)})::int],
      rpad(md5('address ' || cart % 20000), 22), CASE WHEN ${chance('cart', 11)} < 0.7 THEN at END,
      CASE WHEN reason = 'sale' THEN at END
    FROM (
      SELECT n, n / 2 AS cart,
        now() - interval '4 hours' - ${days} * (1 - (n / 2 * 2)::float8 / ${locks}) * interval '1 day'
          + (n % 2) * interval '20 seconds' AS at,
        ((${days} * (n / 2 * 2)::float8 / ${locks} / 7.3 - 12 * ${chance('n / 2', 1)} ^ 1.5)::int % ${events} + ${events})
          % ${events} AS event,
        (${zonesOf * seatsOf - 1} * ${chance('n', 2)} ^ 1.3)::int AS seat,
        CASE WHEN ${chance('n / 2', 3)} < 0.55 THEN 'sale' WHEN ${chance('n / 2', 4)} < 0.5 THEN 'timeout'
          WHEN ${chance('n / 2', 5)} < 0.5 THEN 'buyer' WHEN ${chance('n / 2', 6)} < 0.97 THEN 'tab_closed'
          ELSE 'admin' END AS reason
      FROM generate_series(${Math.floor(from * locks)}::bigint, ${Math.floor(until * locks) - 1}) AS n) AS made`);
}

/** As the product moves them, in one go instead of in small steps. */
async function moveOld(admin: postgres.Sql, tenantId: number): Promise<void> {
  await admin`SELECT set_config('app.tenant_id', ${String(tenantId)}, false)`;
  await admin`SELECT ensure_lock_history_month(month) FROM missing_lock_history_months() AS month`;
  await admin`SELECT move_locks_to_history(now() - interval '7 days', 100000000)`;
}

/** The mark has gone on to this hour; the months to come have still to be written. */
async function markBack(admin: postgres.Sql, tenantId: number): Promise<void> {
  await admin`
    UPDATE analytics_marks SET counted_until = date_trunc('hour', last.at) + interval '1 hour'
    FROM (SELECT max(locked_at) AS at FROM all_locks WHERE tenant_id = ${tenantId}) AS last
    WHERE tenant_id = ${tenantId}`;
}

/** What is held at this moment, of the newest evenings. */
async function writeLive(admin: postgres.Sql, { tenantId, firstZone, firstSeat }: Arena) {
  await admin.unsafe(`
    INSERT INTO cart_item_locks (tenant_id, id, session_key, event_id, zone_id, seat_id, locked_at,
      expires_at, price_at_lock, duration_ms, max_extensions, cart_id, device)
    SELECT ${tenantId}, md5('live ' || n)::uuid, rpad(md5('buyer ' || n / 3), 40, 'b'),
      md5('evening ' || event)::uuid, ${firstZone} + event * ${zonesOf} + n % 5000 / ${seatsOf},
      ${firstSeat} + event * ${zonesOf * seatsOf} + n % 5000, now() - interval '10 minutes' - n % 2 * interval '1 second',
      now() + interval '1 hour', 4500, 7200000, 10, md5('live cart ' || n / 3)::uuid, 'phone'
    FROM (SELECT n, ${events - 1} - n % 4 AS event FROM generate_series(0, ${liveLocks - 1}) AS n) AS made`);
}
