import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type Context, inTenant } from '@/lib/context';
import type { Money } from '@/lib/money';
import { isUuid } from '@/lib/uuid';
import { type EventRow, eventColumns, iso, slugText, summaryOf } from './event-rows';
import type { EventSummary } from './schema';

export { seatColumns } from './seat-columns';

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

/** The id of a published event of the context's tenant; null if there is none. */
export function findEvent(ctx: Context, idOrSlug: string): Promise<{ id: string } | null> {
  return inTenant(ctx, async ({ db, tenantId }) => {
    const named = isUuid(idOrSlug) ? sql`id = ${idOrSlug}` : sql`slug = ${slugText(idOrSlug)}`;
    const [event] = await db.execute<{ id: string }>(sql`
      SELECT id FROM events
      WHERE tenant_id = ${tenantId} AND ${named} AND status = 'published'`);
    return event ?? null;
  });
}
