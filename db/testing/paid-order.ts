import { randomBytes, randomUUID } from 'node:crypto';
import type postgres from 'postgres';

export type PaidOrder = { tenantId: number; orderId: string; email: string; codes: string[] };

/** A theatre of its own with one sold seat and two standing places, written as the owner. */
export async function paidOrder(
  admin: postgres.Sql,
  locale: 'es' | 'en' = 'es',
): Promise<PaidOrder> {
  const [tenantId, eventId, orderId] = [await theatre(admin), randomUUID(), randomUUID()];
  const email = 'ana@example.com';
  const [venue] = await admin`
    INSERT INTO venues (tenant_id, name, address, city, plan)
    VALUES (${tenantId}, 'Teatro Lírico', 'Calle Mayor 1', 'Madrid',
      ${admin.json({ bounds: [0, 0, 1, 1], shapes: [] })}) RETURNING id`;
  await admin`
    INSERT INTO events (tenant_id, id, venue_id, slug, name, description, status,
      starts_at, sale_starts_at, sale_ends_at)
    VALUES (${tenantId}, ${eventId}, ${venue!.id}, 'la-verbena', 'La verbena de la Paloma',
      ${admin.json({ es: '', en: '' })}, 'published',
      '2027-03-12T19:30:00Z', '2026-01-01T00:00:00Z', '2027-03-12T19:30:00Z')`;
  const stalls = await zone(admin, tenantId, eventId, 'Platea', 'numbered', 4500);
  const floor = await zone(admin, tenantId, eventId, 'General de pie', 'general', 1850);
  const [seat] = await admin`
    INSERT INTO seats (tenant_id, event_id, zone_id, row, label, x, y, status)
    VALUES (${tenantId}, ${eventId}, ${stalls}, '7', '12', 1, 1, 'sold') RETURNING id`;
  await admin`
    INSERT INTO orders (tenant_id, id, number, access_key, session_key, email, name, locale,
      status, total_minor, currency, paid_at)
    VALUES (${tenantId}, ${orderId}, 'B-7K3F9QX2', 'key+/with=signs', ${'s'.repeat(40)},
      ${email}, 'Ana <Núñez>', ${locale}, 'paid', 8200, 'EUR', now())`;
  const codes = [
    ...(await sell(
      admin,
      { tenantId, eventId, orderId, zoneId: stalls, seatId: seat!.id },
      1,
      4500,
    )),
    ...(await sell(admin, { tenantId, eventId, orderId, zoneId: floor, seatId: null }, 2, 1850)),
  ];
  return { tenantId, orderId, email, codes };
}

/** A tenant with nothing in it. */
export async function theatre(admin: postgres.Sql): Promise<number> {
  const [tenant] = await admin`
    INSERT INTO tenants (slug, name, tagline, currency, time_zone)
    VALUES (${`t-${randomBytes(6).toString('hex')}`}, 'Teatro Lírico',
      ${admin.json({ es: '', en: '' })}, 'EUR', 'Europe/Madrid') RETURNING id`;
  return tenant!.id;
}

async function zone(
  admin: postgres.Sql,
  tenantId: number,
  eventId: string,
  name: string,
  kind: 'numbered' | 'general',
  priceMinor: number,
): Promise<number> {
  const [row] = await admin`
    INSERT INTO zones (tenant_id, event_id, name, kind, capacity, sold, price_minor, position)
    VALUES (${tenantId}, ${eventId}, ${name}, ${kind}, 100, 2, ${priceMinor},
      ${kind === 'numbered' ? 0 : 1})
    RETURNING id`;
  return row!.id;
}

type Sold = {
  tenantId: number;
  eventId: string;
  orderId: string;
  zoneId: number;
  seatId: number | null;
};

async function sell(admin: postgres.Sql, sold: Sold, quantity: number, priceMinor: number) {
  const { tenantId, eventId, orderId, zoneId, seatId } = sold;
  const [lockId, itemId] = [randomUUID(), randomUUID()];
  await admin`
    INSERT INTO cart_item_locks (tenant_id, id, session_key, event_id, zone_id, seat_id, quantity,
      expires_at, status, price_at_lock, ended_at, end_reason, duration_ms, max_extensions)
    VALUES (${tenantId}, ${lockId}, ${'s'.repeat(40)}, ${eventId}, ${zoneId}, ${seatId}, ${quantity},
      now(), 'converted', ${priceMinor}, now(), 'sale', 900000, 10)`;
  await admin`
    INSERT INTO order_items (tenant_id, id, order_id, lock_id, event_id, zone_id, seat_id, quantity,
      price_minor)
    VALUES (${tenantId}, ${itemId}, ${orderId}, ${lockId}, ${eventId}, ${zoneId}, ${seatId},
      ${quantity}, ${priceMinor})`;
  const codes = Array.from({ length: quantity }, () =>
    randomBytes(13).toString('hex').toUpperCase(),
  );
  for (const code of codes) {
    await admin`
      INSERT INTO tickets (tenant_id, id, order_id, order_item_id, event_id, zone_id, seat_id, code)
      VALUES (${tenantId}, ${randomUUID()}, ${orderId}, ${itemId}, ${eventId}, ${zoneId}, ${seatId},
        ${code})`;
  }
  return codes;
}
