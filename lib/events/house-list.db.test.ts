import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import type { StaffContext } from '@/lib/context';
import { houseList, houseListPage } from './house-list';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const staffOf = ({ tenantId }: Hall): StaffContext => ({
  db: database.db,
  tenantId,
  actor: { kind: 'staff', userId: '', name: 'Ana', role: 'manager' },
});
const upcoming = { over: false, page: 0, withTakings: true };

/** A lock of the hall's event that ended so, or is live. */
async function lock(
  hall: Hall,
  seat: number | null,
  quantity: number,
  ending: string,
  minutesAgo = 0,
) {
  const ended = ending === 'active' ? null : new Date();
  const reason = { active: null, converted: 'sale', expired: 'timeout' }[ending] ?? null;
  await database.admin`
    INSERT INTO cart_item_locks (tenant_id, id, session_key, event_id, zone_id, seat_id, quantity,
      locked_at, expires_at, status, price_at_lock, ended_at, end_reason, duration_ms, max_extensions)
    VALUES (${hall.tenantId}, gen_random_uuid(), ${'s'.repeat(40)}, ${hall.eventId},
      ${seat === null ? hall.general : hall.numbered}, ${seat}, ${quantity},
      now() - ${minutesAgo} * interval '1 minute', now() + interval '10 minutes', ${ending}, ${seat === null ? 2000 : 4500}, ${ended}, ${reason},
      900000, 10)`;
}

test('the house sees of an evening what is sold, held, left and taken; seats kept off sale are none', async () => {
  const hall = await createHall(database.admin, { seats: 40, capacity: 100 });
  const { admin } = database;
  await admin`UPDATE seats SET status = 'blocked' WHERE id IN (${hall.seatIds[38]!}, ${hall.seatIds[39]!})`;
  await lock(hall, hall.seatIds[0]!, 1, 'converted');
  await lock(hall, null, 3, 'converted');
  await lock(hall, hall.seatIds[1]!, 1, 'active');
  await lock(hall, null, 2, 'active');
  await lock(hall, hall.seatIds[2]!, 1, 'expired');
  await admin`UPDATE seats SET status = 'sold' WHERE id = ${hall.seatIds[0]!}`;
  await admin`UPDATE zones SET sold = 1 WHERE id = ${hall.numbered}`;
  await admin`UPDATE zones SET sold = 3 WHERE id = ${hall.general}`;
  const { events, more } = await houseList(staffOf(hall), upcoming);
  expect(more).toBe(false);
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({
    sale: 'open',
    capacity: 138,
    sold: 4,
    held: 3,
    left: 131,
    takings: 4500 + 3 * 2000,
  });
});

test('takings join what the day tables have counted with what was locked since, each sale once', async () => {
  const hall = await createHall(database.admin);
  const { admin } = database;
  await lock(hall, hall.seatIds[0]!, 1, 'converted', 90);
  await lock(hall, null, 2, 'converted', 90);
  await lock(hall, hall.seatIds[1]!, 1, 'converted');
  await admin`INSERT INTO analytics_marks VALUES (${hall.tenantId}, now() - interval '1 hour')`;
  // Locks, units and value: sold, run out, and nothing that ended otherwise.
  await admin`INSERT INTO lock_days VALUES
    (${hall.tenantId}, 'all', ${hall.eventId}, current_date, '', 2, 3, 8500, 1, 1, 4500,
      0, 0, 0, 0, 0, 0, 0, 0, 0),
    (${hall.tenantId}, 'device', ${hall.eventId}, current_date, 'phone', 2, 3, 8500, 0, 0, 0,
      0, 0, 0, 0, 0, 0, 0, 0, 0)`;
  const { events } = await houseList(staffOf(hall), upcoming);
  expect(events[0]?.takings).toBe(8500 + 4500);
});

test('whoever may not see figures of money is told none, and a draft is told as one', async () => {
  const hall = await createHall(database.admin, { status: 'draft' });
  const { events } = await houseList(staffOf(hall), { ...upcoming, withTakings: false });
  expect(events[0]).toMatchObject({ sale: 'draft', takings: null });
});

test('a long programme comes page by page, none twice and none left out', async () => {
  const hall = await createHall(database.admin);
  await database.admin`
    INSERT INTO events (tenant_id, id, venue_id, slug, name, description, status, starts_at,
      sale_starts_at, sale_ends_at)
    SELECT e.tenant_id, gen_random_uuid(), e.venue_id, 'noche-' || n, 'Noche ' || n, e.description,
      'published', e.starts_at + n * interval '1 day', e.sale_starts_at, e.sale_ends_at
    FROM events e, generate_series(1, ${houseListPage + 4}) AS n WHERE e.tenant_id = ${hall.tenantId}`;
  const first = await houseList(staffOf(hall), upcoming);
  const second = await houseList(staffOf(hall), { ...upcoming, page: 1 });
  expect(first.more).toBe(true);
  expect(second.more).toBe(false);
  const names = [...first.events, ...second.events].map(({ slug }) => slug);
  expect(names).toHaveLength(houseListPage + 5);
  expect(new Set(names).size).toBe(names.length);
  const over = await houseList(staffOf(hall), { ...upcoming, over: true });
  expect(over.events).toEqual([]);
});
