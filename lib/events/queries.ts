import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { VenuePlan } from '@/db/schema/venues';
import { type Context, inTenant } from '@/lib/context';
import type { Money } from '@/lib/money';
import { epochMs } from '@/lib/sql';
import type { EventDetail, EventSummary, Geometry, Zone } from './schema';
import { seatFlag } from './schema';

/** No list is longer than this. */
const eventsMax = 500;

export type EventCard = EventSummary & {
  tenantName: string;
  venueName: string;
  venueCity: string;
  timeZone: string;
  saleStartsAt: string;
  saleEndsAt: string;
  fromPrice: Money | null;
  /** By the database's clock. */
  sale: 'soon' | 'open' | 'ended';
  /** Everything that is for sale has been sold; what others hold may still come back. */
  soldOut: boolean;
};

export type EventPage = Omit<EventDetail, 'zones'> & {
  description: { es: string; en: string };
  saleStartsAt: string;
  saleEndsAt: string;
  mapVersion: number;
  seatCount: number;
  timeZone: string;
  tenantName: string;
  venue: { name: string; address: string; city: string; plan: VenuePlan };
  zones: (Zone & { tier: number; outline: [number, number][] | null; position: number })[];
};

type EventRow = {
  id: string;
  tenantId: number;
  slug: string;
  name: string;
  startsAtMs: number;
  saleStartsAtMs: number;
  saleEndsAtMs: number;
  onSale: boolean;
  tenant: string;
  tenantName: string;
  currency: string;
  timeZone: string;
  venueName: string;
  venueCity: string;
};

const iso = (ms: number) => new Date(ms).toISOString();

const eventColumns = sql`
  e.id, e.tenant_id AS "tenantId", e.slug, e.name, ${epochMs(sql`e.starts_at`)} AS "startsAtMs",
  ${epochMs(sql`e.sale_starts_at`)} AS "saleStartsAtMs",
  ${epochMs(sql`e.sale_ends_at`)} AS "saleEndsAtMs",
  clock_timestamp() >= e.sale_starts_at AND clock_timestamp() < e.sale_ends_at AS "onSale",
  e.tenant_slug AS tenant, e.tenant_name AS "tenantName", e.currency, e.time_zone AS "timeZone",
  e.venue_name AS "venueName", e.venue_city AS "venueCity"`;

function summaryOf(row: EventRow): EventSummary {
  const { id, slug, tenant, name, onSale, currency } = row;
  return { id, slug, tenant, name, startsAt: iso(row.startsAtMs), onSale, currency };
}

/** Published events that are not over, soonest first: one tenant's, or every tenant's. */
export async function listPublished(db: Db, tenantId?: number): Promise<EventCard[]> {
  const ofTenant = tenantId === undefined ? sql`` : sql`AND e.tenant_id = ${tenantId}`;
  const rows = await db.execute<
    EventRow & Pick<EventCard, 'sale' | 'soldOut'> & { fromMinor: number | null }
  >(sql`
    SELECT ${eventColumns}, e.from_minor AS "fromMinor", e.sold_out AS "soldOut",
      CASE WHEN clock_timestamp() < e.sale_starts_at THEN 'soon'
           WHEN clock_timestamp() < e.sale_ends_at THEN 'open' ELSE 'ended' END AS sale
    FROM published_events e
    WHERE e.starts_at > clock_timestamp() - interval '6 hours' ${ofTenant}
    ORDER BY e.starts_at, e.id LIMIT ${eventsMax}`);
  return rows.map((row) => ({
    ...summaryOf(row),
    tenantName: row.tenantName,
    venueName: row.venueName,
    venueCity: row.venueCity,
    timeZone: row.timeZone,
    saleStartsAt: iso(row.saleStartsAtMs),
    saleEndsAt: iso(row.saleEndsAtMs),
    fromPrice: row.fromMinor === null ? null : { amount: row.fromMinor, currency: row.currency },
    sale: row.sale,
    soldOut: row.soldOut,
  }));
}

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (text: string) => uuidForm.test(text);

type ZoneRow = {
  id: number;
  name: string;
  type: 'numbered' | 'general';
  capacity: number;
  sold: number;
  priceMinor: number;
  tier: number;
  position: number;
  outline: [number, number][] | null;
  locked: number;
  blocked: number;
};

/** A published event of the context's tenant with its zones and what is left in each, or null. */
export function eventPage(ctx: Context, idOrSlug: string): Promise<EventPage | null> {
  return inTenant(ctx, async ({ db, tenantId }) => {
    const named = isUuid(idOrSlug) ? sql`e.id = ${idOrSlug}` : sql`e.slug = ${idOrSlug}`;
    const [event] = await db.execute<
      EventRow &
        Pick<EventPage, 'description' | 'mapVersion' | 'seatCount'> & {
          address: string;
          plan: VenuePlan;
        }
    >(sql`
      SELECT ${eventColumns}, e.description, e.map_version AS "mapVersion", v.address, v.plan,
        (SELECT count(*)::int FROM seats s WHERE s.tenant_id = e.tenant_id AND s.event_id = e.id)
          AS "seatCount"
      FROM published_events e JOIN venues v ON v.tenant_id = e.tenant_id AND v.id = e.venue_id
      WHERE e.tenant_id = ${tenantId} AND ${named}`);
    if (!event) return null;
    const zones = await readZones({ db, tenantId }, event.id);
    return {
      ...summaryOf(event),
      description: event.description,
      saleStartsAt: iso(event.saleStartsAtMs),
      saleEndsAt: iso(event.saleEndsAtMs),
      mapVersion: event.mapVersion,
      seatCount: event.seatCount,
      timeZone: event.timeZone,
      tenantName: event.tenantName,
      venue: {
        name: event.venueName,
        address: event.address,
        city: event.venueCity,
        plan: event.plan,
      },
      zones: zones.map((zone) => ({
        id: zone.id,
        name: zone.name,
        type: zone.type,
        capacity: zone.capacity,
        available: Math.max(zone.capacity - zone.sold - zone.locked - zone.blocked, 0),
        locked: zone.locked,
        sold: zone.sold,
        price: { amount: zone.priceMinor, currency: event.currency },
        tier: zone.tier,
        position: zone.position,
        outline: zone.outline,
      })),
    };
  });
}

async function readZones({ db, tenantId }: Pick<Context, 'db' | 'tenantId'>, eventId: string) {
  return await db.execute<ZoneRow>(sql`
    SELECT z.id, z.name, z.kind AS type, z.capacity, z.sold, z.price_minor AS "priceMinor", z.tier,
      z.position, z.outline, coalesce(l.units, 0)::int AS locked, coalesce(s.blocked, 0)::int AS blocked
    FROM zones z
    LEFT JOIN LATERAL (
      SELECT sum(quantity) AS units FROM cart_item_locks
      WHERE tenant_id = ${tenantId} AND zone_id = z.id AND status = 'active'
        AND expires_at > clock_timestamp()) AS l ON true
    LEFT JOIN LATERAL (
      SELECT count(*) AS blocked FROM seats
      WHERE tenant_id = ${tenantId} AND zone_id = z.id AND status = 'blocked') AS s ON true
    WHERE z.tenant_id = ${tenantId} AND z.event_id = ${eventId}
    ORDER BY z.position, z.id`);
}

type Columns = Omit<Geometry, 'version'>;

/** Where every seat of a published event is, in columns; null when there is no such event. */
export function geometry(ctx: Context, eventId: string): Promise<Geometry | null> {
  return inTenant(ctx, async ({ db, tenantId }) => {
    const [event] = await db.execute<{ version: number }>(sql`
      SELECT map_version AS version FROM events
      WHERE tenant_id = ${tenantId} AND id = ${eventId} AND status = 'published'`);
    if (!event) return null;
    const [columns] = await db.execute<Columns>(sql`
      SELECT coalesce(array_agg(id ORDER BY id), '{}') AS ids,
        coalesce(array_agg(zone_id ORDER BY id), '{}') AS zones,
        coalesce(array_agg(row ORDER BY id), '{}') AS rows,
        coalesce(array_agg(label ORDER BY id), '{}') AS labels,
        coalesce(array_agg(x ORDER BY id), '{}') AS x,
        coalesce(array_agg(y ORDER BY id), '{}') AS y,
        coalesce(array_agg(accessible::int * ${sql.raw(String(seatFlag.accessible))}
          + companion::int * ${sql.raw(String(seatFlag.companion))} ORDER BY id), '{}') AS flags
      FROM seats WHERE tenant_id = ${tenantId} AND event_id = ${eventId}`);
    return { version: event.version, ...(columns as Columns) };
  });
}

/** The id of a published event of the context's tenant, and its map's version; null if there is none. */
export function findEvent(
  ctx: Context,
  idOrSlug: string,
): Promise<{ id: string; mapVersion: number } | null> {
  return inTenant(ctx, async ({ db, tenantId }) => {
    const named = isUuid(idOrSlug) ? sql`id = ${idOrSlug}` : sql`slug = ${idOrSlug}`;
    const [event] = await db.execute<{ id: string; mapVersion: number }>(sql`
      SELECT id, map_version AS "mapVersion" FROM events
      WHERE tenant_id = ${tenantId} AND ${named} AND status = 'published'`);
    return event ?? null;
  });
}
