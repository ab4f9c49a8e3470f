import { sql } from 'drizzle-orm';
import type { VenuePlan } from '@/db/schema/venues';
import { config } from '@/lib/config';
import { type Context, inTenant } from '@/lib/context';
import type { OrphanRule } from '@/lib/settings';
import { isUuid } from '@/lib/uuid';
import { type EventRow, eventColumns, iso, slugText, summaryOf } from './event-rows';
import type { EventDetail, Zone, ZoneAvailability } from './schema';
import { countFigures } from './zone-figures';

export type EventPage = Omit<EventDetail, 'zones'> & {
  description: { es: string; en: string };
  saleStartsAt: string;
  saleEndsAt: string;
  mapVersion: number;
  /** Of all numbered zones. */
  seatCount: number;
  orphanRule: OrphanRule;
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

type ZoneRow = Omit<EventPage['zones'][number], 'price' | 'available' | 'locked' | 'sold'> & {
  priceMinor: number;
};

/** An event of the context's tenant but for what is left of it. */
type Plan = Omit<EventPage, 'zones'> & { zones: ZoneRow[] };

/** A published event of the context's tenant with its zones and what is left in each, or null. */
export function eventPage(ctx: Context, idOrSlug: string): Promise<EventPage | null> {
  return inTenant(ctx, async (open) => {
    const plan = await readPlan(open, idOrSlug);
    return plan && withFigures(plan, await countFigures(open, plan.id));
  });
}

/**
 * The same with figures that somebody has at hand, rather than counted anew.
 * @param figuresOf asked once the event is known, outside of any transaction.
 */
export async function eventPageWith(
  ctx: Context,
  idOrSlug: string,
  figuresOf: (eventId: string) => Promise<ZoneAvailability[]>,
): Promise<EventPage | null> {
  const plan = await inTenant(ctx, (open) => readPlan(open, idOrSlug));
  return plan && withFigures(plan, await figuresOf(plan.id));
}

function withFigures(plan: Plan, figures: ZoneAvailability[]): EventPage {
  const ofZone = new Map(figures.map((zone) => [zone.id, zone]));
  const zones = plan.zones.map(({ priceMinor, ...zone }) => {
    const { available = 0, locked = 0, sold = 0 } = ofZone.get(zone.id) ?? {};
    const price = { amount: priceMinor, currency: plan.currency };
    return { ...zone, available, locked, sold, price };
  });
  return { ...plan, zones };
}

async function readPlan({ db, tenantId }: Context, idOrSlug: string): Promise<Plan | null> {
  const named = isUuid(idOrSlug) ? sql`e.id = ${idOrSlug}` : sql`e.slug = ${slugText(idOrSlug)}`;
  const [event] = await db.execute<
    EventRow &
      Pick<EventPage, 'description' | 'mapVersion'> & {
        address: string;
        plan: VenuePlan;
        orphanRule: OrphanRule | null;
      }
  >(sql`
    SELECT ${eventColumns}, e.description, e.map_version AS "mapVersion", v.address, v.plan,
      (SELECT orphan_rule FROM tenant_settings s WHERE s.tenant_id = e.tenant_id) AS "orphanRule"
    FROM published_events e JOIN venues v ON v.tenant_id = e.tenant_id AND v.id = e.venue_id
    WHERE e.tenant_id = ${tenantId} AND ${named}`);
  if (!event) return null;
  const zones = await db.execute<ZoneRow>(sql`
    SELECT id, name, kind AS type, capacity, price_minor AS "priceMinor", tier, floor, position,
      outline
    FROM zones WHERE tenant_id = ${tenantId} AND event_id = ${event.id} ORDER BY position, id`);
  return {
    ...summaryOf(event),
    description: event.description,
    saleStartsAt: iso(event.saleStartsAtMs),
    saleEndsAt: iso(event.saleEndsAtMs),
    mapVersion: event.mapVersion,
    seatCount: zones.reduce((sum, zone) => sum + (zone.type === 'numbered' ? zone.capacity : 0), 0),
    orphanRule: event.orphanRule ?? config().locks.orphanRule,
    timeZone: event.timeZone,
    tenantName: event.tenantName,
    venue: {
      name: event.venueName,
      address: event.address,
      city: event.venueCity,
      plan: event.plan,
    },
    zones: [...zones],
  };
}
