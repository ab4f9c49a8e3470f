import { sql } from 'drizzle-orm';
import { inTenant, type StaffContext } from '@/lib/context';
import { epochMs } from '@/lib/sql';
import { iso } from './event-rows';

/** How many events a page of the list holds. */
export const houseListPage = 20;
const pageMax = 500;

/** An event as the house itself sees it: drafts too, and what is sold and held at this moment. */
export type HouseEvent = {
  id: string;
  slug: string;
  name: string;
  startsAt: string;
  saleStartsAt: string;
  venueName: string;
  venueCity: string;
  /** By the database's clock. */
  sale: 'draft' | 'soon' | 'open' | 'ended';
  /** Places that can be sold: what the house keeps off sale is none. */
  capacity: number;
  sold: number;
  held: number;
  left: number;
  /** Minor units of what was sold; null where it was not asked for. */
  takings: number | null;
};

export type HouseList = { events: HouseEvent[]; more: boolean };

type Row = Omit<HouseEvent, 'startsAt' | 'saleStartsAt' | 'left'> & {
  startsAtMs: number;
  saleStartsAtMs: number;
};

/**
 * The house's events: those to come, soonest first, or those that are over, latest first. Every
 * figure of a page is counted by one statement, however many events it has.
 * @param page from 0
 */
export function houseList(
  ctx: StaffContext,
  { over, page, withTakings }: { over: boolean; page: number; withTakings: boolean },
): Promise<HouseList> {
  return inTenant(ctx, async ({ db, tenantId }) => {
    const rows = await db.execute<Row>(sql`
      WITH shown AS MATERIALIZED (
        SELECT e.id, e.slug, e.name, e.starts_at, e.sale_starts_at, e.sale_ends_at, e.status,
          v.name AS venue_name, v.city AS venue_city
        FROM events e JOIN venues v ON v.tenant_id = e.tenant_id AND v.id = e.venue_id
        WHERE e.tenant_id = ${tenantId} AND ${when(over)}
        ORDER BY ${order(over)} LIMIT ${houseListPage + 1}
        OFFSET ${Math.min(page, pageMax) * houseListPage}),
      room AS MATERIALIZED (
        SELECT event_id, sum(capacity)::int AS capacity, sum(sold)::int AS sold FROM zones
        WHERE tenant_id = ${tenantId} AND event_id IN (SELECT id FROM shown) GROUP BY event_id),
      kept AS MATERIALIZED (
        SELECT event_id, count(*)::int AS seats FROM seats
        WHERE tenant_id = ${tenantId} AND status = 'blocked'
          AND event_id IN (SELECT id FROM shown) GROUP BY event_id),
      held AS MATERIALIZED (
        SELECT event_id, sum(quantity)::int AS units FROM cart_item_locks
        WHERE tenant_id = ${tenantId} AND status = 'active' AND expires_at > clock_timestamp()
          AND event_id IN (SELECT id FROM shown) GROUP BY event_id)
      ${withTakings ? takings(tenantId) : sql``}
      SELECT e.id, e.slug, e.name, e.venue_name AS "venueName", e.venue_city AS "venueCity",
        ${epochMs(sql`e.starts_at`)} AS "startsAtMs",
        ${epochMs(sql`e.sale_starts_at`)} AS "saleStartsAtMs",
        CASE WHEN e.status = 'draft' THEN 'draft'
             WHEN clock_timestamp() < e.sale_starts_at THEN 'soon'
             WHEN clock_timestamp() < e.sale_ends_at THEN 'open' ELSE 'ended' END AS sale,
        coalesce(room.capacity, 0) - coalesce(kept.seats, 0) AS capacity,
        coalesce(room.sold, 0) AS sold, coalesce(held.units, 0) AS held,
        ${withTakings ? sql`coalesce(taken.value, 0)::float8` : sql`NULL::float8`} AS takings
      FROM shown e LEFT JOIN room ON room.event_id = e.id LEFT JOIN kept ON kept.event_id = e.id
        LEFT JOIN held ON held.event_id = e.id
        ${withTakings ? sql`LEFT JOIN taken ON taken.event_id = e.id` : sql``}
      ORDER BY ${order(over)}`);
    return { events: rows.slice(0, houseListPage).map(eventOf), more: rows.length > houseListPage };
  });
}

function eventOf({ startsAtMs, saleStartsAtMs, ...row }: Row): HouseEvent {
  return {
    ...row,
    startsAt: iso(startsAtMs),
    saleStartsAt: iso(saleStartsAtMs),
    left: Math.max(row.capacity - row.sold - row.held, 0),
  };
}

/** An evening is not over while its doors may be open. */
const when = (over: boolean) =>
  over
    ? sql`e.starts_at <= clock_timestamp() - interval '6 hours'`
    : sql`e.starts_at > clock_timestamp() - interval '6 hours'`;

const order = (over: boolean) => (over ? sql`e.starts_at DESC, e.id DESC` : sql`e.starts_at, e.id`);

/** What is in the day tables, and what was locked since they were last filled. */
const takings = (tenantId: number) => sql`,
  taken AS MATERIALIZED (
    SELECT event_id, sum(value) AS value FROM (
      SELECT event_id, sale_value AS value FROM lock_days
      WHERE tenant_id = ${tenantId} AND dimension = 'all'
        AND event_id IN (SELECT id FROM shown)
      UNION ALL
      SELECT event_id, quantity::bigint * price_at_lock FROM cart_item_locks
      WHERE tenant_id = ${tenantId} AND status = 'converted'
        AND event_id IN (SELECT id FROM shown)
        AND locked_at >= coalesce((SELECT counted_until FROM analytics_marks
          WHERE tenant_id = ${tenantId}), '-infinity')) AS sale GROUP BY event_id)`;

/** No choice among events is longer. */
const choicesMax = 200;

/** Published events to choose one of: those to come, soonest first, then those over, latest first. */
export function houseChoices(
  ctx: StaffContext,
): Promise<Pick<HouseEvent, 'id' | 'name' | 'startsAt'>[]> {
  return inTenant(ctx, async ({ db, tenantId }) => {
    const rows = await db.execute<{ id: string; name: string; startsAtMs: number }>(sql`
      SELECT e.id, e.name, ${epochMs(sql`e.starts_at`)} AS "startsAtMs" FROM events e
      WHERE e.tenant_id = ${tenantId} AND e.status = 'published'
      ORDER BY ${when(true)}, abs(extract(epoch from e.starts_at - clock_timestamp())), e.id
      LIMIT ${choicesMax}`);
    return rows.map(({ id, name, startsAtMs }) => ({ id, name, startsAt: iso(startsAtMs) }));
  });
}
