import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import type { StaffContext } from '@/lib/context';
import { tenantBySlug } from '@/lib/tenants/queries';
import { choices } from './choices';
import { exportRows, type Ways } from './export-rows';
import type { Wanted } from './export-words';
import { addDays, presetPeriod } from './periods';
import { countRows, lockRows } from './queries';
import type { RowsFilter } from './schema';
import { writeTenDays } from './testing/ten-days';

let database: TestDatabase;
let hall: Hall;
let ctx: StaffContext;
let wanted: Wanted;
let carts: RowsFilter;
let locks: number;

beforeAll(async () => {
  database = await testDatabase();
  hall = await createHall(database.admin, { capacity: 5_000 });
  const actor = { kind: 'staff', userId: '', name: 'Eva', role: 'owner' } as const;
  ctx = { db: database.db, tenantId: hall.tenantId, actor };
  await writeTenDays(database.admin, hall);
  const tenant = await tenantBySlug(database.db, hall.slug);
  const known = await choices(ctx);
  wanted = { tenant: tenant!, locale: 'es', known };
  carts = { ...presetPeriod('week', addDays(known.today, -1)), cart: 'locked' };
  locks = (await countRows(ctx, carts)).locks as number;
});
afterAll(() => database.drop());

const still = async () => {};

async function file(filter: RowsFilter, cut: Omit<Ways, 'read'>) {
  const { name, body } = await exportRows(ctx, filter, wanted, still, { ...cut, read: lockRows });
  const lines = (await new Response(body).text()).trimEnd().split('\r\n').slice(1);
  return { name, lines };
}
const said = /^"?El archivo llega hasta aquí/;

it('a file of carts that have more locks than it takes says in its last line that it ends', async () => {
  expect(locks).toBeGreaterThan(300);
  const { name, lines } = await file(carts, { counted: 400, uncounted: 250 });
  expect(name).not.toMatch(/primeras/);
  expect(lines).toHaveLength(251);
  expect(lines.at(-1)).toMatch(said);
  expect(lines.at(-1)).toContain('250');
});

it('a file of all there is ends with its last row, and says nothing', async () => {
  for (const uncounted of [locks, 5_000]) {
    const { lines } = await file(carts, { counted: 400, uncounted });
    expect(lines).toHaveLength(locks);
    expect(lines.filter((line) => said.test(line))).toEqual([]);
  }
});

it('a file that is known to be cut says so in its name, and has rows alone', async () => {
  const { from, to } = carts;
  const { name, lines } = await file({ from, to }, { counted: 100, uncounted: 5_000 });
  expect(name).toMatch(/primeras-100/);
  expect(lines).toHaveLength(100);
  expect(lines.filter((line) => said.test(line))).toEqual([]);
});

it('carts with a condition are counted by it: what does not fit is said beforehand', async () => {
  const asked: RowsFilter = { ...carts, outcome: 'sale' };
  const { locks: matching } = await countRows(ctx, asked);
  const { name, lines } = await file(asked, { counted: 20, uncounted: 5_000 });
  expect(matching).toBeGreaterThan(20);
  expect(name).toMatch(/primeras-20/);
  expect(lines).toHaveLength(20);
  expect((await file(asked, { counted: matching!, uncounted: 1 })).lines).toHaveLength(matching!);
});

it('a file that nobody reads on is searched no further, also where nothing is found', async () => {
  const none: RowsFilter = { ...carts, stage: 'cart', device: 'tablet' };
  let [pages, clock] = [0, 0];
  let leave = async () => {};
  let left: Promise<void> | null = null;
  const read: Ways['read'] = async (inside, asked, limit) => {
    if (++pages === 2) left = leave();
    return lockRows(inside, asked, limit, { msMax: 1, piece: 20, nowMs: () => clock++ });
  };
  const whole = { counted: 400, uncounted: 5_000, read };
  const { body } = await exportRows(ctx, none, wanted, still, whole);
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  leave = () => reader.cancel();
  await reader.read();
  expect((await reader.read()).done).toBe(true);
  await left;
  expect(pages).toBe(2);
});
