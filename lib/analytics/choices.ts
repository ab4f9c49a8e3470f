import { sql } from 'drizzle-orm';
import { type Context, inTenant } from '@/lib/context';

export type EventChoice = { id: string; name: string; startsAt: string };
export type ZoneChoice = { id: number; name: string; eventId: string };
export type Choices = {
  /** The day that it is for the organizer, by the database's clock. */
  today: string;
  /** Soonest last. */
  events: EventChoice[];
  /** In the order of the hall. */
  zones: ZoneChoice[];
};

/** More than a house plays in years; the zones of as many halls. */
const eventsMax = 1_000;
const zonesMax = 20_000;

/** What figures can be asked for: the organizer's days, events and zones. */
export function choices(ctx: Context): Promise<Choices> {
  return inTenant(ctx, async ({ db, tenantId }) => {
    const [clock] = await db.execute<{ today: string }>(sql`
      SELECT (clock_timestamp() AT TIME ZONE time_zone)::date::text AS today
      FROM tenants WHERE id = ${tenantId}`);
    const events = await db.execute<EventChoice>(sql`
      SELECT id, name, to_char(starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "startsAt"
      FROM events WHERE tenant_id = ${tenantId}
      ORDER BY starts_at DESC, id LIMIT ${eventsMax}`);
    const zones = await db.execute<ZoneChoice>(sql`
      SELECT id, name, event_id AS "eventId" FROM zones WHERE tenant_id = ${tenantId}
      ORDER BY event_id, position, id LIMIT ${zonesMax}`);
    if (!clock) throw new Error(`There is no tenant ${tenantId}.`);
    return { today: clock.today, events: [...events], zones: [...zones] };
  });
}
