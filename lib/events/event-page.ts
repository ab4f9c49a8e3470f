import { sql } from 'drizzle-orm';
import type { VenuePlan } from '@/db/schema/venues';
import { type Context, inTenant } from '@/lib/context';
import { isUuid } from '@/lib/uuid';
import { type EventRow, eventColumns, iso, slugText, summaryOf } from './event-rows';
import type { EventDetail, Zone } from './schema';

export type EventPage = Omit<EventDetail, 'zones'> & {
  description: { es: string; en: string };
  saleStartsAt: string;
  saleEndsAt: string;
  mapVersion: number;
  seatCount: number;
  timeZone: string;
  tenantName: string;
  venue: { name: string; address: string; city: string; plan: VenuePlan };
  zones: (Zone & {
    tier: number;
    floor: number;
    outline: [number, number][] | null;
    position: number;
  })[];
};

type ZoneRow = {
  id: number;
  name: string;
  type: 'numbered' | 'general';
  capacity: number;
  sold: number;
  priceMinor: number;
  tier: number;
  floor: number;
  position: number;
  outline: [number, number][] | null;
  locked: number;
  blocked: number;
};

/** A published event of the context's tenant with its zones and what is left in each, or null. */
export function eventPage(ctx: Context, idOrSlug: string): Promise<EventPage | null> {
  return inTenant(ctx, async ({ db, tenantId }) => {
    const named = isUuid(idOrSlug) ? sql`e.id = ${idOrSlug}` : sql`e.slug = ${slugText(idOrSlug)}`;
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
        floor: zone.floor,
        position: zone.position,
        outline: zone.outline,
      })),
    };
  });
}

async function readZones({ db, tenantId }: Pick<Context, 'db' | 'tenantId'>, eventId: string) {
  return await db.execute<ZoneRow>(sql`
    SELECT z.id, z.name, z.kind AS type, z.capacity, z.sold, z.price_minor AS "priceMinor", z.tier, z.floor,
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
