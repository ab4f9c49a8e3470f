import { and, asc, eq, sql } from 'drizzle-orm';
import { orderItems, orders, tickets } from '@/db/schema/orders';
import { tenants } from '@/db/schema/tenants';
import { events, seats, venues, zones } from '@/db/schema/venues';
import { type Context, inTenant } from '@/lib/context';
import type { Locale } from '@/lib/i18n/routing';

/** Everything that the confirmation of an order says; null where there is no such order. */
export async function confirmationOf(ctx: Context, orderId: string) {
  return inTenant(ctx, async (inside) => {
    const [order] = await inside.db
      .select({
        id: orders.id,
        number: orders.number,
        accessKey: orders.accessKey,
        status: orders.status,
        email: orders.email,
        name: orders.name,
        locale: orders.locale,
        totalMinor: orders.totalMinor,
        currency: orders.currency,
        confirmedAt: orders.confirmedAt,
        tenant: {
          slug: tenants.slug,
          name: tenants.name,
          timeZone: tenants.timeZone,
          logoHash: tenants.logoHash,
        },
      })
      .from(orders)
      .innerJoin(tenants, eq(tenants.id, orders.tenantId))
      .where(and(eq(orders.tenantId, inside.tenantId), eq(orders.id, orderId)));
    if (!order) return null;
    return {
      ...order,
      items: await itemsOf(inside, orderId),
      tickets: await ticketsOf(inside, orderId),
    };
  });
}
export type Confirmation = NonNullable<Awaited<ReturnType<typeof confirmationOf>>>;

function itemsOf({ db, tenantId }: Context, orderId: string) {
  return db
    .select({
      id: orderItems.id,
      eventId: orderItems.eventId,
      eventName: events.name,
      startsAt: events.startsAt,
      venue: { name: venues.name, address: venues.address, city: venues.city },
      zoneName: zones.name,
      row: seats.row,
      seat: seats.label,
      quantity: orderItems.quantity,
      priceMinor: orderItems.priceMinor,
    })
    .from(orderItems)
    .innerJoin(events, and(eq(events.tenantId, tenantId), eq(events.id, orderItems.eventId)))
    .innerJoin(venues, and(eq(venues.tenantId, tenantId), eq(venues.id, events.venueId)))
    .innerJoin(zones, and(eq(zones.tenantId, tenantId), eq(zones.id, orderItems.zoneId)))
    .leftJoin(seats, and(eq(seats.tenantId, tenantId), eq(seats.id, orderItems.seatId)))
    .where(and(eq(orderItems.tenantId, tenantId), eq(orderItems.orderId, orderId)))
    .orderBy(asc(events.startsAt), asc(zones.position), asc(zones.id), asc(orderItems.seatId));
}

function ticketsOf({ db, tenantId }: Context, orderId: string) {
  return db
    .select({
      code: tickets.code,
      eventName: events.name,
      zoneName: zones.name,
      row: seats.row,
      seat: seats.label,
    })
    .from(tickets)
    .innerJoin(events, and(eq(events.tenantId, tenantId), eq(events.id, tickets.eventId)))
    .innerJoin(zones, and(eq(zones.tenantId, tenantId), eq(zones.id, tickets.zoneId)))
    .leftJoin(seats, and(eq(seats.tenantId, tenantId), eq(seats.id, tickets.seatId)))
    .where(and(eq(tickets.tenantId, tenantId), eq(tickets.orderId, orderId)))
    .orderBy(asc(events.startsAt), asc(zones.position), asc(zones.id), asc(tickets.seatId));
}

export type AlertReader = {
  id: string;
  name: string;
  email: string;
  locale: Locale;
  tenant: { slug: string; name: string; timeZone: string };
};

/**
 * Whom an alert is told: the tenant's owners and managers, or that one of them. Accounts have no
 * language of their own: the house's first one is taken.
 */
export function alertReaders(ctx: Context, userId?: string): Promise<AlertReader[]> {
  return inTenant(ctx, async ({ db, tenantId }) => {
    const only = userId === undefined ? sql`true` : sql`u.id = ${userId}`;
    return [
      ...(await db.execute<AlertReader>(sql`
        SELECT u.id, u.name, u.email, t.languages[1] AS locale, jsonb_build_object('slug', t.slug,
          'name', t.name, 'timeZone', t.time_zone) AS tenant
        FROM memberships m JOIN users u ON u.id = m.user_id JOIN tenants t ON t.id = m.tenant_id
        WHERE m.tenant_id = ${tenantId} AND m.role IN ('owner', 'manager') AND ${only}
        ORDER BY u.id`)),
    ];
  });
}
