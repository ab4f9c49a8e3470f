import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { createHall } from '@/db/testing/hall';

export type KnownEvent = {
  eventId: string;
  numbered: { id: number; seatIds: number[] }[];
  standing: number;
};
export type KnownHouse = { tenantId: number; events: KnownEvent[] };

/** A house in Madrid with three evenings, each with two zones of 800 seats and one to stand in. */
export async function createHouse(admin: postgres.Sql): Promise<KnownHouse> {
  const { tenantId, eventId, numbered, general, seatIds } = await createHall(admin, { seats: 800 });
  const first = { eventId, numbered: [{ id: numbered, seatIds }], standing: general };
  first.numbered.push(await addZone(admin, tenantId, eventId));
  const events = [first];
  for (const slug of ['segunda', 'tercera']) events.push(await addEvent(admin, tenantId, slug));
  return { tenantId, events };
}

async function addEvent(admin: postgres.Sql, tenantId: number, slug: string): Promise<KnownEvent> {
  const eventId = randomUUID();
  await admin`
    INSERT INTO events (tenant_id, id, venue_id, slug, name, description, status, starts_at,
      sale_starts_at, sale_ends_at)
    SELECT tenant_id, ${eventId}, venue_id, ${slug}, ${slug}, description, status, starts_at,
      sale_starts_at, sale_ends_at FROM events WHERE tenant_id = ${tenantId} LIMIT 1`;
  const numbered = [
    await addZone(admin, tenantId, eventId),
    await addZone(admin, tenantId, eventId),
  ];
  const [zone] = await admin`
    INSERT INTO zones (tenant_id, event_id, name, kind, capacity, price_minor)
    VALUES (${tenantId}, ${eventId}, 'De pie', 'general', 100000, 2000) RETURNING id`;
  return { eventId, numbered, standing: zone!.id };
}

async function addZone(admin: postgres.Sql, tenantId: number, eventId: string) {
  const [zone] = await admin`
    INSERT INTO zones (tenant_id, event_id, name, kind, capacity, price_minor)
    VALUES (${tenantId}, ${eventId}, 'Palco', 'numbered', 800, 9000) RETURNING id`;
  const seats = await admin<{ id: number }[]>`
    INSERT INTO seats (tenant_id, event_id, zone_id, row, label, x, y)
    SELECT ${tenantId}, ${eventId}, ${zone!.id}, (n / 20)::text, (n % 20)::text, n % 20, n / 20
    FROM generate_series(0, 799) AS n RETURNING id`;
  return { id: zone!.id as number, seatIds: seats.map(({ id }) => id) };
}
