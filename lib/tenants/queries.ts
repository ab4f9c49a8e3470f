import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { Locale } from '@/lib/i18n/routing';
import { processWide } from '@/lib/process-wide';

export type Tenant = {
  id: number;
  slug: string;
  name: string;
  /** A host of the organizer's own, lower case. */
  host: string | null;
  tagline: { es: string; en: string };
  currency: string;
  timeZone: string;
  /** `#rrggbb`, or null for the house's accent. */
  accent: string | null;
  /** What its pages are offered in; the first is its own. */
  languages: Locale[];
  /** Names the logo in addresses; null: it has none. */
  logoHash: string | null;
};

/** A changed name or colour shows within this time; a request costs no query. */
const staleAfterMs = 5_000;
/** Who is not in the list may be new. For that it is read again, but not more often than this. */
const askedAgainAfterMs = 250;

type Directory = { readAt: number; reading: Promise<Tenant[]> };
type DirectoryHolder = { current: Directory | null };

const directoryHolder = () => processWide<DirectoryHolder>('tenants', () => ({ current: null }));

/** Once a change is committed: the next request of this process sees it at once. */
export function forgetTenants(): void {
  directoryHolder().current = null;
}

/** Every organizer, in order of name. Kept in memory for some seconds. */
export function listTenants(db: Db, notOlderThanMs = staleAfterMs): Promise<Tenant[]> {
  const holder = directoryHolder();
  const now = performance.now();
  if (holder.current && now - holder.current.readAt < notOlderThanMs) return holder.current.reading;
  const reading = readTenants(db);
  const directory = { readAt: now, reading };
  holder.current = directory;
  reading.catch(() => {
    // A failure is told to those who asked, and not remembered.
    if (holder.current === directory) holder.current = null;
  });
  return reading;
}

export function tenantBySlug(db: Db, slug: string): Promise<Tenant | null> {
  return find(db, (tenant) => tenant.slug === slug);
}

/**
 * The tenant that a host is of, else the one of the slug.
 * @param host as in the request's `Host` header; a port is ignored.
 */
export async function tenantByHostOrSlug(
  db: Db,
  host: string,
  slug: string | null,
): Promise<Tenant | null> {
  const tenants = await listTenants(db);
  const name = host.toLowerCase().replace(/:\d+$/, '');
  const byHost = tenants.find((tenant) => tenant.host === name);
  return byHost ?? (slug === null ? null : tenantBySlug(db, slug));
}

export function tenantById(db: Db, id: number): Promise<Tenant | null> {
  return find(db, (tenant) => tenant.id === id);
}

async function find(db: Db, isMeant: (tenant: Tenant) => boolean): Promise<Tenant | null> {
  const found = (await listTenants(db)).find(isMeant);
  return found ?? (await listTenants(db, askedAgainAfterMs)).find(isMeant) ?? null;
}

async function readTenants(db: Db): Promise<Tenant[]> {
  return await db.execute<Tenant>(sql`
    SELECT id, slug, name, host, tagline, currency, time_zone AS "timeZone", accent, languages,
      logo_hash AS "logoHash"
    FROM tenants ORDER BY name`);
}

/** Far more events than are on sale at once; the one that was asked for longest ago is forgotten. */
const eventsMax = 10_000;

/**
 * The tenant of an event, whatever the tenant: the one question that comes before a tenant is
 * known. An event never changes hands, so an answer is kept, and a request costs no query.
 */
export async function tenantOfEvent(db: Db, eventId: string): Promise<Tenant | null> {
  const known = processWide('tenants of events', () => new Map<string, number>());
  const tenantId = known.get(eventId) ?? (await readTenantOfEvent(db, eventId));
  if (tenantId === null) return null;
  // Set anew, so that the map's order is the order of last use.
  known.delete(eventId);
  known.set(eventId, tenantId);
  if (known.size > eventsMax) known.delete(known.keys().next().value as string);
  return tenantById(db, tenantId);
}

async function readTenantOfEvent(db: Db, eventId: string): Promise<number | null> {
  const [row] = await db.execute<{ id: number | null }>(
    sql`SELECT tenant_of_event(${eventId}::uuid) AS id`,
  );
  return row?.id ?? null;
}

/** The tenant of an order. */
export async function tenantOfOrder(db: Db, orderId: string): Promise<Tenant | null> {
  const [row] = await db.execute<{ id: number | null }>(
    sql`SELECT tenant_of_order(${orderId}::uuid) AS id`,
  );
  return row?.id == null ? null : tenantById(db, row.id);
}
