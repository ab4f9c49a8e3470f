import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkInvariants } from '../invariants/check';
import { type TestDatabase, testDatabase } from '../testing/database';
import { stadiumAccount } from './accounts';
import { seedDemo } from './demo';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await seedDemo(database.admin);
  await seedDemo(database.admin, { stadium: true });
}, 120_000);
afterAll(() => database.drop());

test('the stadium joins a demo that is there already, once, and stays when nobody asks for it', async () => {
  const { admin } = database;
  const houses = () => admin`
    SELECT t.slug, e.id, e.xmin::text FROM tenants t JOIN events e ON e.tenant_id = t.id ORDER BY e.id`;
  const before = await houses();
  expect(before.filter(({ slug }) => slug === 'estadio-austral')).toHaveLength(1);
  await seedDemo(admin, { stadium: true });
  await seedDemo(admin);
  expect(await houses()).toEqual(before);
});

test('about half of the stadium is sold, some of it is being chosen, and it is on sale', async () => {
  const [row] = await database.admin`
    SELECT count(*)::int AS seats,
      count(*) FILTER (WHERE s.status = 'sold')::int AS sold,
      count(*) FILTER (WHERE s.status = 'blocked')::int AS blocked,
      count(*) FILTER (WHERE s.restricted_view)::int AS restricted,
      count(DISTINCT z.floor)::int AS floors,
      bool_and(now() BETWEEN e.sale_starts_at AND e.sale_ends_at) AS "onSale",
      (SELECT count(*)::int FROM cart_item_locks l
        WHERE l.tenant_id = t.id AND l.status = 'active' AND l.expires_at > now()) AS held
    FROM seats s
    JOIN zones z ON z.tenant_id = s.tenant_id AND z.id = s.zone_id
    JOIN events e ON e.tenant_id = s.tenant_id AND e.id = s.event_id
    JOIN tenants t ON t.id = s.tenant_id
    WHERE t.slug = 'estadio-austral' GROUP BY t.id`;
  expect(row).toMatchObject({ seats: 100_000, floors: 2, onSale: true });
  expect(row!.sold / 100_000).toBeCloseTo(0.5, 1);
  for (const figure of ['blocked', 'restricted', 'held']) expect(row![figure]).toBeGreaterThan(0);
});

test('what the stadium has sold and holds breaks none of the rules', async () => {
  expect(await checkInvariants(database.admin, { maxLocksPerSession: 50 })).toEqual([]);
});

test('the stadium’s director has an account', async () => {
  const found = await database.admin`
    SELECT FROM users u JOIN memberships m ON m.user_id = u.id JOIN tenants t ON t.id = m.tenant_id
    WHERE u.email = ${stadiumAccount.email} AND t.slug = ${stadiumAccount.tenant} AND m.role = 'owner'`;
  expect(found).toHaveLength(1);
});
