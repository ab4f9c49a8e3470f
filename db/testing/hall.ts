import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';

export type Hall = {
  tenantId: number;
  slug: string;
  eventId: string;
  /** A numbered zone. */
  numbered: number;
  /** Its seats, ascending. */
  seatIds: number[];
  /** A general-admission zone. */
  general: number;
};

export type HallOptions = {
  seats?: number;
  capacity?: number;
  settings?: {
    cart_lock_duration?: number;
    max_locks_per_session?: number;
    max_extensions?: number;
    abandon_grace_seconds?: number;
    payment_window?: number;
    auto_extend_locks?: boolean;
    orphan_rule?: 'off' | 'lenient' | 'strict';
  };
  sale?: 'open' | 'future' | 'over';
  status?: 'draft' | 'published';
};

const saleWindow = {
  open: ["now() - interval '1 day'", "now() + interval '30 days'"],
  future: ["now() + interval '1 day'", "now() + interval '30 days'"],
  over: ["now() - interval '2 days'", "now() - interval '1 day'"],
} as const;

/** A tenant of its own with one event on sale: a numbered zone at 45.00 and a general one at 20.00. */
export async function createHall(admin: postgres.Sql, options: HallOptions = {}): Promise<Hall> {
  const { seats = 40, capacity = 100, settings, sale = 'open', status = 'published' } = options;
  const slug = `hall-${randomUUID().slice(0, 8)}`;
  const [opens, closes] = saleWindow[sale];
  return await admin.begin(async (sql) => {
    const [tenant] = await sql`
      INSERT INTO tenants (slug, name, tagline, currency, time_zone)
      VALUES (${slug}, 'Sala de pruebas', '{"es":"","en":""}', 'EUR', 'Europe/Madrid') RETURNING id`;
    const tenantId = tenant?.id as number;
    if (settings)
      await sql`INSERT INTO tenant_settings ${sql({ tenant_id: tenantId, ...settings })}`;
    const [venue] = await sql`
      INSERT INTO venues (tenant_id, name, address, city, plan)
      VALUES (${tenantId}, 'Sala', 'Calle Mayor 1', 'Madrid', '{"bounds":[0,0,50,50],"shapes":[]}')
      RETURNING id`;
    const eventId = randomUUID();
    await sql`
      INSERT INTO events (tenant_id, id, venue_id, slug, name, description, status, starts_at,
        sale_starts_at, sale_ends_at)
      VALUES (${tenantId}, ${eventId}, ${venue?.id}, 'noche', 'Noche de prueba',
        '{"es":"","en":""}', ${status}, now() + interval '30 days', ${sql.unsafe(opens)},
        ${sql.unsafe(closes)})`;
    const zones = await sql<{ id: number }[]>`
      INSERT INTO zones (tenant_id, event_id, name, kind, capacity, price_minor, position) VALUES
        (${tenantId}, ${eventId}, 'Platea', 'numbered', ${seats}, 4500, 0),
        (${tenantId}, ${eventId}, 'De pie', 'general', ${capacity}, 2000, 1) RETURNING id`;
    const [numbered, general] = zones.map((zone) => zone.id) as [number, number];
    const rows = await sql<{ id: number }[]>`
      INSERT INTO seats (tenant_id, event_id, zone_id, row, label, x, y)
      SELECT ${tenantId}, ${eventId}, ${numbered}, ((n - 1) / 20 + 1)::text, ((n - 1) % 20 + 1)::text,
        (n - 1) % 20, (n - 1) / 20
      FROM generate_series(1, ${seats}) AS n ORDER BY n RETURNING id`;
    return { tenantId, slug, eventId, numbered, general, seatIds: rows.map((row) => row.id) };
  });
}
