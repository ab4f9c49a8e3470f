import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database';
import { demoAccounts } from './accounts';
import { insertRows } from './bulk';
import { keepUpcoming } from './dates';
import { seedDemo } from './demo';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await seedDemo(database.admin);
}, 60_000);
afterAll(() => database.drop());

const tables = [
  'tenants',
  'users',
  'memberships',
  'events',
  'zones',
  'seats',
  'cart_item_locks',
  'orders',
  'tickets',
  'payments',
];

/** Tells any change of any row: `xmin` is the transaction that wrote it last. */
async function fingerprint(): Promise<Record<string, string>> {
  const { admin } = database;
  const entries = tables.map(async (table): Promise<[string, string]> => {
    const [row] = await admin`
      SELECT count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) AS print FROM ${admin(table)}`;
    return [table, String(row?.print)];
  });
  return Object.fromEntries(await Promise.all(entries));
}

type Performance = { slug: string; onSale: boolean; upcoming: boolean; free: number; held: number };

async function programme(): Promise<Performance[]> {
  return database.admin<Performance[]>`
    SELECT e.slug, now() BETWEEN sale_starts_at AND sale_ends_at AS "onSale", starts_at > now() AS upcoming,
      (SELECT count(*)::int FROM seats s WHERE s.event_id = e.id AND s.status = 'available') AS free,
      (SELECT count(*)::int FROM cart_item_locks l
        WHERE l.event_id = e.id AND l.status = 'active' AND l.expires_at > now()) AS held
    FROM events e ORDER BY starts_at, slug`;
}

test('a visitor finds something on sale, something nearly gone and something still to come', async () => {
  const shows = new Map((await programme()).map((show) => [show.slug, show]));
  const [open, nearlyGone, later] = ['viernes', 'sabado', 'despedida'].map(
    (night) => shows.get(`noches-acomodadora-${night}`)!,
  );
  expect(open).toMatchObject({ onSale: true, upcoming: true });
  expect(open!.free).toBeGreaterThan(200);
  expect(open!.held).toBeGreaterThan(0);
  expect(nearlyGone).toMatchObject({ onSale: true, upcoming: true });
  expect(nearlyGone!.free).toBeLessThan(60);
  expect(later).toMatchObject({ onSale: false, upcoming: true, held: 0 });
  const concert = shows.get('los-faroles-marea-alta')!;
  expect(concert).toMatchObject({ onSale: true, upcoming: true });
  expect(concert.held).toBeGreaterThan(0);
});

test('a house has sold out its standing places on one night', async () => {
  const full = await database.admin`SELECT FROM zones WHERE kind = 'general' AND sold = capacity`;
  expect(full).toHaveLength(1);
});

test('seats are numbered in the order of zone, row and place', async () => {
  const jumps = await database.admin`
    SELECT FROM (
      SELECT zone_id, lag(zone_id) OVER (PARTITION BY event_id ORDER BY id) AS before FROM seats
    ) s WHERE zone_id < before`;
  expect(jumps).toHaveLength(0);
});

test('every account of the demo can be found, with its role', async () => {
  const rows = await database.admin`
    SELECT u.email, t.slug AS tenant, coalesce(m.role, 'buyer') AS role
    FROM users u
    LEFT JOIN memberships m ON m.user_id = u.id
    LEFT JOIN tenants t ON t.id = m.tenant_id`;
  const expected = demoAccounts.map(({ email, tenant, role }) => ({ email, tenant, role }));
  expect(rows).toHaveLength(expected.length);
  expect([...rows]).toEqual(expect.arrayContaining(expected));
});

test('seeding again changes not one row', async () => {
  const before = await fingerprint();
  await seedDemo(database.admin);
  expect(await fingerprint()).toEqual(before);
});

test('two starts at once write the demo once', async () => {
  await database.admin`TRUNCATE tenants, users RESTART IDENTITY CASCADE`;
  await Promise.all([seedDemo(database.admin), seedDemo(database.admin)]);
  const events = await database.admin`SELECT FROM events`;
  expect(events).toHaveLength(4);
}, 60_000);

test('a programme that is all past moves on by whole weeks, at the same local hours', async () => {
  const { admin } = database;
  const hours = () => admin`
    SELECT e.slug, to_char(starts_at AT TIME ZONE time_zone, 'ID HH24:MI') AS start,
      to_char(sale_starts_at AT TIME ZONE time_zone, 'ID HH24:MI') AS sale
    FROM events e JOIN tenants t ON t.id = e.tenant_id ORDER BY e.slug`;
  const [hoursBefore, programmeBefore] = [await hours(), await programme()];
  // 29 weeks and summer time in between.
  const back = (column: string) =>
    admin`${admin(column)} = ((${admin(column)} AT TIME ZONE t.time_zone) - interval '203 days') AT TIME ZONE t.time_zone`;
  await admin`
    UPDATE events e SET ${back('starts_at')}, ${back('sale_starts_at')}, ${back('sale_ends_at')}
    FROM tenants t WHERE t.id = e.tenant_id`;
  expect((await programme()).some(({ upcoming }) => upcoming)).toBe(false);
  await seedDemo(admin);
  expect(await hours()).toEqual(hoursBefore);
  const states = (shows: Performance[]) =>
    shows.map(({ slug, onSale, upcoming }) => ({ slug, onSale, upcoming }));
  expect(states(await programme())).toEqual(states(programmeBefore));
});

test('a programme with one performance to come stays where it is', async () => {
  const { admin } = database;
  await admin`
    UPDATE events SET starts_at = now() - interval '3 days'
    WHERE slug = 'noches-acomodadora-viernes'`;
  expect(await admin.begin((tx) => keepUpcoming(tx, 'teatro-aurora'))).toBe(0);
});

test('a row that its table refuses fails the whole writing, at once', async () => {
  const columns = ['slug', 'name', 'tagline', 'currency', 'time_zone'];
  const rows = ['fits', 'Does not fit'].map((slug) => [
    slug,
    'x',
    { es: 'x', en: 'x' },
    'EUR',
    'UTC',
  ]);
  const writing = database.admin.begin((tx) => insertRows(tx, 'tenants', columns, rows));
  await expect(writing).rejects.toMatchObject({ constraint_name: 'tenants_slug_form' });
  expect(await database.admin`SELECT FROM tenants WHERE slug = 'fits'`).toHaveLength(0);
});
