import { timingSafeEqual } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type Context, inTenant } from '@/lib/context';
import { epochMs } from '@/lib/sql';
import { type Tenant, tenantOfOrder } from '@/lib/tenants/queries';
import type { Order } from './schema';

/** Who may see an order: the holder of its key, its account, or the session that opened it. */
export type Claimant = { key?: string | null; userId?: string | null; sessionKey?: string | null };

export type OrderVenue = { eventId: string; name: string; address: string; city: string };

export type OrderWithTenant = Order & {
  /** Where each of its events happens. */
  venues: OrderVenue[];
  tenant: Pick<Tenant, 'slug' | 'name' | 'timeZone' | 'accent' | 'languages' | 'logoHash'>;
};

type OrderRow = {
  id: string;
  number: string;
  status: Order['status'];
  email: string;
  name: string;
  createdAtMs: number;
  accessKey: string;
  sessionKey: string;
  userId: string | null;
  totalMinor: number;
  currency: string;
};

/** The order if it is the claimant's, else null: the two are not told apart. */
export async function orderByKey(
  db: Db,
  orderId: string,
  claimant: Claimant,
): Promise<OrderWithTenant | null> {
  const tenant = await tenantOfOrder(db, orderId);
  if (!tenant) return null;
  const ctx: Context = { db, tenantId: tenant.id, actor: { kind: 'system' } };
  return inTenant(ctx, async (inside) => {
    const [row] = await inside.db.execute<OrderRow>(sql`
      SELECT id, number, status, email, name, ${epochMs(sql`created_at`)} AS "createdAtMs",
        access_key AS "accessKey", session_key AS "sessionKey", user_id AS "userId",
        total_minor::float8 AS "totalMinor", currency
      FROM orders WHERE tenant_id = ${inside.tenantId} AND id = ${orderId}`);
    if (!row || !mayRead(row, claimant)) return null;
    const { slug, name, timeZone, accent, languages, logoHash } = tenant;
    return {
      id: row.id,
      number: row.number,
      status: row.status,
      email: row.email,
      name: row.name,
      createdAt: new Date(row.createdAtMs).toISOString(),
      items: await readItems(inside, row),
      tickets: await readTickets(inside, orderId),
      venues: await readVenues(inside, orderId),
      total: { amount: row.totalMinor, currency: row.currency },
      tenant: { slug, name, timeZone, accent, languages, logoHash },
    };
  });
}

function mayRead(order: OrderRow, { key, userId, sessionKey }: Claimant): boolean {
  return (
    sameText(key, order.accessKey) ||
    sameText(sessionKey, order.sessionKey) ||
    (order.userId !== null && order.userId === userId)
  );
}

function sameText(given: string | null | undefined, expected: string): boolean {
  const a = Buffer.from(given ?? '');
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

async function readVenues({ db, tenantId }: Context, orderId: string): Promise<OrderVenue[]> {
  return await db.execute<OrderVenue>(sql`
    SELECT e.id AS "eventId", v.name, v.address, v.city
    FROM events e JOIN venues v ON v.tenant_id = e.tenant_id AND v.id = e.venue_id
    WHERE e.tenant_id = ${tenantId} AND e.id IN (
      SELECT l.event_id FROM order_locks ol
      JOIN all_locks l ON l.tenant_id = ol.tenant_id AND l.id = ol.lock_id
      WHERE ol.tenant_id = ${tenantId} AND ol.order_id = ${orderId}
      UNION SELECT t.event_id FROM tickets t
      WHERE t.tenant_id = ${tenantId} AND t.order_id = ${orderId})`);
}

type ItemRow = Omit<Order['items'][number], 'price' | 'startsAt'> & {
  startsAtMs: number;
  priceMinor: number;
};

/** Of a paid order what was sold, of any other what it was opened for. */
async function readItems({ db, tenantId }: Context, order: OrderRow): Promise<Order['items']> {
  const lines =
    order.status === 'paid'
      ? sql`SELECT event_id, zone_id, seat_id, quantity, price_minor FROM order_items
            WHERE tenant_id = ${tenantId} AND order_id = ${order.id}`
      : sql`SELECT l.event_id, l.zone_id, l.seat_id, ol.quantity, l.price_at_lock AS price_minor
            FROM order_locks ol
            JOIN all_locks l ON l.tenant_id = ol.tenant_id AND l.id = ol.lock_id
            WHERE ol.tenant_id = ${tenantId} AND ol.order_id = ${order.id}`;
  const rows = await db.execute<ItemRow>(sql`
    SELECT i.event_id AS "eventId", e.name AS "eventName", ${epochMs(sql`e.starts_at`)} AS "startsAtMs",
      z.name AS "zoneName", s.row, s.label AS seat, i.quantity, i.price_minor AS "priceMinor"
    FROM (${lines}) AS i
    JOIN events e ON e.tenant_id = ${tenantId} AND e.id = i.event_id
    JOIN zones z ON z.tenant_id = ${tenantId} AND z.id = i.zone_id
    LEFT JOIN seats s ON s.tenant_id = ${tenantId} AND s.id = i.seat_id
    ORDER BY e.starts_at, z.position, z.id, s.id`);
  return rows.map(({ startsAtMs, priceMinor, ...item }) => ({
    ...item,
    startsAt: new Date(startsAtMs).toISOString(),
    price: { amount: priceMinor, currency: order.currency },
  }));
}

async function readTickets({ db, tenantId }: Context, orderId: string): Promise<Order['tickets']> {
  return await db.execute<Order['tickets'][number]>(sql`
    SELECT t.code, t.event_id AS "eventId", z.name AS "zoneName", s.row, s.label AS seat, t.status
    FROM tickets t
    JOIN zones z ON z.tenant_id = ${tenantId} AND z.id = t.zone_id
    LEFT JOIN seats s ON s.tenant_id = ${tenantId} AND s.id = t.seat_id
    WHERE t.tenant_id = ${tenantId} AND t.order_id = ${orderId}
    ORDER BY z.position, z.id, s.id, t.id`);
}
