import { sql } from 'drizzle-orm';
import { epochMs } from '@/lib/sql';
import type { EventSummary } from './schema';

export type EventRow = {
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

/** What a path names, as the database can be asked for it: it knows no null characters. */
export const slugText = (text: string) => text.replaceAll('\0', '\uFFFD');

export const iso = (ms: number) => new Date(ms).toISOString();

/** What every reading of `published_events e` begins with. */
export const eventColumns = sql`
  e.id, e.tenant_id AS "tenantId", e.slug, e.name, ${epochMs(sql`e.starts_at`)} AS "startsAtMs",
  ${epochMs(sql`e.sale_starts_at`)} AS "saleStartsAtMs",
  ${epochMs(sql`e.sale_ends_at`)} AS "saleEndsAtMs",
  clock_timestamp() >= e.sale_starts_at AND clock_timestamp() < e.sale_ends_at AS "onSale",
  e.tenant_slug AS tenant, e.tenant_name AS "tenantName", e.currency, e.time_zone AS "timeZone",
  e.venue_name AS "venueName", e.venue_city AS "venueCity"`;

export function summaryOf(row: EventRow): EventSummary {
  const { id, slug, tenant, name, onSale, currency } = row;
  return { id, slug, tenant, name, startsAt: iso(row.startsAtMs), onSale, currency };
}
