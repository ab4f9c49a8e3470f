import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type Context, inTenant } from '@/lib/context';
import type { Money } from '@/lib/money';
import { epochMs } from '@/lib/sql';
import { listTenants } from '@/lib/tenants/queries';
import type { Order } from './schema';

/** An account's page shows no more of each organizer than this, newest first. */
const ordersMax = 50;

export type OrderCard = Pick<Order, 'id' | 'number' | 'status' | 'createdAt'> & {
  tenant: { slug: string; name: string; timeZone: string; accent: string | null };
  eventName: string;
  startsAt: string;
  units: number;
  total: Money;
};

type CardRow = Pick<OrderCard, 'id' | 'number' | 'status' | 'eventName' | 'units'> & {
  createdAtMs: number;
  startsAtMs: number;
  totalMinor: number;
  currency: string;
};

/** The account's orders at every organizer, newest first. Those closed without a purchase are left out. */
export async function ordersOfUser(db: Db, userId: string): Promise<OrderCard[]> {
  const cards: OrderCard[] = [];
  for (const tenant of await listTenants(db)) {
    const ctx: Context = { db, tenantId: tenant.id, actor: { kind: 'system' } };
    const rows = await inTenant(ctx, (inside) => readCards(inside, userId));
    const { slug, name, timeZone, accent } = tenant;
    for (const { createdAtMs, startsAtMs, totalMinor, currency, ...row } of rows) {
      cards.push({
        ...row,
        tenant: { slug, name, timeZone, accent },
        createdAt: new Date(createdAtMs).toISOString(),
        startsAt: new Date(startsAtMs).toISOString(),
        total: { amount: totalMinor, currency },
      });
    }
  }
  return cards.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

async function readCards({ db, tenantId }: Context, userId: string): Promise<CardRow[]> {
  return await db.execute<CardRow>(sql`
    SELECT o.id, o.number, o.status, ${epochMs(sql`o.created_at`)} AS "createdAtMs",
      o.total_minor::float8 AS "totalMinor", o.currency, what.units,
      what.name AS "eventName", ${epochMs(sql`what.starts_at`)} AS "startsAtMs"
    FROM orders o
    JOIN LATERAL (
      SELECT (array_agg(e.name ORDER BY e.starts_at))[1] AS name, min(e.starts_at) AS starts_at,
        sum(ol.quantity)::int AS units
      FROM order_locks ol
      JOIN all_locks l ON l.tenant_id = ol.tenant_id AND l.id = ol.lock_id
      JOIN events e ON e.tenant_id = l.tenant_id AND e.id = l.event_id
      WHERE ol.tenant_id = ${tenantId} AND ol.order_id = o.id
    ) AS what ON what.name IS NOT NULL
    WHERE o.tenant_id = ${tenantId} AND o.user_id = ${userId} AND o.status <> 'cancelled'
    ORDER BY o.created_at DESC LIMIT ${ordersMax}`);
}
