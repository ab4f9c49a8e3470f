import { sql } from 'drizzle-orm';
import { inTenant, type StaffContext } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import { epochMs } from '@/lib/sql';
import { ascending, column, numbers } from './columns';
import type { HeatBody, SeatHistory, ZoneHeat } from './schema';

/** Columns as lists in one text each: a row a seat would cost more than the counting. */
type Columns = Record<'ids' | 'locks' | 'sold' | 'abandoned', string | null>;

/** A lock that nobody can buy with any more, written down as ended or not yet. */
const lost = sql`(status IN ('expired', 'released')
  OR (status = 'active' AND expires_at <= clock_timestamp()))`;

const counted = (tenantId: number) =>
  sql`coalesce((SELECT counted_until FROM analytics_marks WHERE tenant_id = ${tenantId}), '-infinity')`;

/** A stadium's seats are counted in memory; compiling the question first would take longer than it. */
export async function countInMemory({ db }: StaffContext): Promise<void> {
  await db.execute(
    sql`SELECT set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`,
  );
}

type Event = { saleStartsMs: number; nowMs: number };

/** @throws DomainError `event_not_found`. */
export async function eventTimes({ db, tenantId }: StaffContext, eventId: string): Promise<Event> {
  const [event] = await db.execute<Event>(sql`
    SELECT ${epochMs(sql`sale_starts_at`)} AS "saleStartsMs",
      ${epochMs(sql`clock_timestamp()`)} AS "nowMs"
    FROM events WHERE tenant_id = ${tenantId} AND id = ${eventId}`);
  if (!event) throw new DomainError('event_not_found');
  return event;
}

/**
 * How often each seat of an event was locked, sold and abandoned: from the day tables, and from the
 * locks made since those were last filled.
 * @throws DomainError `event_not_found`.
 */
export function heat(ctx: StaffContext, eventId: string): Promise<HeatBody> {
  return inTenant(ctx, async (open) => {
    await countInMemory(open);
    const event = await eventTimes(open, eventId);
    const [columns, sales, zones] = await Promise.all([
      seatColumns(open, eventId),
      seatSales(open, eventId),
      zoneHeat(open, eventId, event.saleStartsMs),
    ]);
    return {
      serverTime: new Date(event.nowMs).toISOString(),
      saleStartsAt: new Date(event.saleStartsMs).toISOString(),
      seats: packed(columns, sales, event.saleStartsMs),
      zones,
    };
  });
}

async function seatColumns({ db, tenantId }: StaffContext, eventId: string): Promise<Columns> {
  const ofEvent = sql`tenant_id = ${tenantId} AND event_id = ${eventId}`;
  const [columns] = await db.execute<Columns>(sql`
    SELECT string_agg(seat_id::text, ',') AS ids, string_agg(locks::text, ',') AS locks,
      string_agg(sold::text, ',') AS sold, string_agg(abandoned::text, ',') AS abandoned
    FROM (
      SELECT seat_id, sum(locks) AS locks, sum(sold) AS sold, sum(abandoned) AS abandoned FROM (
        SELECT seat_id, locks, sold, abandoned FROM seat_days WHERE ${ofEvent}
        UNION ALL
        SELECT seat_id, 1, (status = 'converted')::int, ${lost}::int FROM cart_item_locks
        WHERE ${ofEvent} AND seat_id IS NOT NULL AND locked_at >= ${counted(tenantId)}) AS part
      GROUP BY seat_id ORDER BY seat_id) AS seat`);
  return columns as Columns;
}

type Sales = { ids: string | null; atMs: string | null };

/** When each sold seat was sold: its ticket was written with the sale. */
async function seatSales({ db, tenantId }: StaffContext, eventId: string): Promise<Sales> {
  const [sales] = await db.execute<Sales>(sql`
    SELECT string_agg(seat_id::text, ',') AS ids,
      string_agg(${epochMs(sql`created_at`)}::bigint::text, ',') AS "atMs"
    FROM tickets
    WHERE tenant_id = ${tenantId} AND seat_id IS NOT NULL AND status <> 'void' AND zone_id IN (
      SELECT id FROM zones WHERE tenant_id = ${tenantId} AND event_id = ${eventId})`);
  return sales as Sales;
}

const minutesAfter = (atMs: number, saleStartsMs: number) =>
  Math.max(Math.floor((atMs - saleStartsMs) / 60_000), 0);

function packed(columns: Columns, sales: Sales, saleStartsMs: number): HeatBody['seats'] {
  const ids = numbers(columns.ids);
  const times = numbers(sales.atMs);
  const soldAt = new Map(numbers(sales.ids).map((id, i) => [id, times[i]!]));
  const soldAfter = ids.map((id) => {
    const at = soldAt.get(id);
    return at === undefined ? -1 : minutesAfter(at, saleStartsMs);
  });
  return {
    ids: ascending(ids),
    locks: column(numbers(columns.locks)),
    sold: column(numbers(columns.sold)),
    abandoned: column(numbers(columns.abandoned)),
    soldAfter: column(soldAfter),
  };
}

async function zoneHeat(
  { db, tenantId }: StaffContext,
  eventId: string,
  saleStartsMs: number,
): Promise<ZoneHeat[]> {
  const ofEvent = sql`tenant_id = ${tenantId} AND event_id = ${eventId}`;
  const rows = await db.execute<Omit<ZoneHeat, 'soldAfter'> & { soldMs: number | null }>(sql`
    WITH part AS (
      SELECT key AS zone, sale_units AS sold,
        timeout_units + buyer_units + tab_closed_units + admin_units AS lost, 0 AS open FROM lock_days
      WHERE ${ofEvent} AND dimension = 'zone'
      UNION ALL
      SELECT zone_id::text, CASE WHEN status = 'converted' THEN quantity ELSE 0 END,
        CASE WHEN ${lost} THEN quantity ELSE 0 END,
        CASE WHEN status <> 'converted' AND NOT ${lost} THEN quantity ELSE 0 END
      FROM cart_item_locks
      WHERE ${ofEvent} AND seat_id IS NULL AND locked_at >= ${counted(tenantId)})
    SELECT z.id, coalesce(p.locks, 0)::int AS locks, coalesce(p.sold, 0)::int AS sold,
      coalesce(p.abandoned, 0)::int AS abandoned, (
        SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY ${epochMs(sql`t.created_at`)})
        FROM tickets t WHERE t.tenant_id = z.tenant_id AND t.zone_id = z.id AND t.status <> 'void'
      ) AS "soldMs"
    FROM zones z LEFT JOIN (
      SELECT zone, sum(sold + lost + open) AS locks, sum(sold) AS sold, sum(lost) AS abandoned
      FROM part GROUP BY zone) AS p ON p.zone = z.id::text
    WHERE z.tenant_id = ${tenantId} AND z.event_id = ${eventId} AND z.kind = 'general'
    ORDER BY z.id`);
  return rows.map(({ soldMs, ...zone }) => ({
    ...zone,
    soldAfter: soldMs === null ? null : minutesAfter(soldMs, saleStartsMs),
  }));
}

/**
 * One seat's own story, from every lock it ever had.
 * @throws DomainError `event_not_found`, `seat_not_found`.
 */
export function seatHistory(
  ctx: StaffContext,
  eventId: string,
  seatId: number,
): Promise<SeatHistory> {
  return inTenant(ctx, async (open) => {
    const { db, tenantId } = open;
    await eventTimes(open, eventId);
    type Row = { locks: number; live: boolean; soldMs: number | null; lost: SeatHistory['lost'] };
    const [row] = await db.execute<Row>(sql`
      WITH mine AS MATERIALIZED (
        SELECT status, expires_at, coalesce(end_reason,
          CASE WHEN former_expires_at IS NULL THEN 'timeout' ELSE 'tab_closed' END) AS end_reason
        FROM all_locks
        WHERE tenant_id = ${tenantId} AND event_id = ${eventId} AND seat_id = ${seatId})
      SELECT (SELECT count(*)::int FROM mine) AS locks,
        EXISTS (SELECT FROM mine WHERE status = 'active' AND NOT ${lost}) AS live,
        (SELECT ${epochMs(sql`max(created_at)`)} FROM tickets t WHERE t.tenant_id = s.tenant_id
          AND t.zone_id = s.zone_id AND t.seat_id = s.id AND t.status <> 'void') AS "soldMs",
        (SELECT jsonb_build_object(
          'timeout', count(*) FILTER (WHERE end_reason = 'timeout'),
          'buyer', count(*) FILTER (WHERE end_reason = 'buyer'),
          'tab_closed', count(*) FILTER (WHERE end_reason = 'tab_closed'),
          'admin', count(*) FILTER (WHERE end_reason = 'admin')) FROM mine WHERE ${lost}) AS lost
      FROM seats s WHERE s.tenant_id = ${tenantId} AND s.event_id = ${eventId} AND s.id = ${seatId}`);
    if (!row) throw new DomainError('seat_not_found');
    const { soldMs, ...rest } = row;
    return { seatId, ...rest, soldAt: soldMs === null ? null : new Date(soldMs).toISOString() };
  });
}
