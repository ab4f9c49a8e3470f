import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Connection, connect } from './client';
import { migrate } from './migrate';
import { type FreshDatabase, freshDatabase } from './testing/fresh-database';
import { createHall, type Hall } from './testing/hall';

/** How many migrations came before locks had a cart. */
const before = 5;

let fresh: FreshDatabase;
let admin: postgres.Sql;
let app: Connection;
let hall: Hall;

beforeAll(async () => {
  fresh = await freshDatabase(inject('cluster'), 'template1');
  admin = postgres(fresh.adminUrl, { max: 1, onnotice: () => {} });
  app = connect(fresh.url, { max: 1 });
  await migrateUpTo(before);
  hall = await createHall(admin);
});
afterAll(async () => {
  await Promise.all([admin.end(), app.sql.end()]);
  await fresh.drop();
});

async function migrateUpTo(count: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  await cp(new URL('./migrations', import.meta.url), folder, { recursive: true });
  const file = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  await applyMigrations(drizzle(admin), { migrationsFolder: folder });
  await rm(folder, { recursive: true });
}

type Gathered = { cart: string; session: string; lockedMs: number };

/** A lock of the version before, from and to so many minutes ago. */
async function oldLock(session: string, seat: number, from: number, to: number, how: string) {
  const [status, reason] = how.split(' ') as [string, string?];
  await admin`
    INSERT INTO cart_item_locks (tenant_id, id, session_key, event_id, zone_id, seat_id, locked_at,
      expires_at, status, price_at_lock, ended_at, end_reason, duration_ms, max_extensions)
    SELECT ${hall.tenantId}, gen_random_uuid(), ${session.repeat(40)}, ${hall.eventId}, ${hall.numbered},
      ${hall.seatIds[seat] as number}, now() - ${from} * interval '1 minute',
      now() - ${to} * interval '1 minute', ${status}, 100,
      CASE WHEN ${status} <> 'active' THEN now() - ${to} * interval '1 minute' + interval '5 minutes' END,
      ${reason ?? null}, 900000, 10`;
}

test('a house that was at work before keeps its locks, gathered into carts of half a day at most that tell when they began, and they stay final', async () => {
  await oldLock('a', 0, 100, 85, 'expired timeout');
  await oldLock('a', 1, 95, 80, 'expired timeout');
  await oldLock('a', 2, 78, 60, 'expired timeout');
  await oldLock('b', 3, 90, 70, 'converted sale');
  await oldLock('b', 4, 5, -10, 'active');
  await oldLock('b', 5, 4, -11, 'active');
  // Never lets go: a lock every two hours, each held for two and a half, from thirty hours ago on.
  for (let n = 0; n < 15; n++)
    await oldLock('c', 6 + n, (30 - 2 * n) * 60, (27.5 - 2 * n) * 60, 'expired timeout');
  await oldLock('d', 30, 60, 45, 'released buyer');
  await oldLock('d', 31, 60, 45, 'released admin');
  await oldLock('d', 32, 30, 25, 'released tab_closed');
  await oldLock('e', 33, 3, -12, 'active');
  await Promise.all([migrate(fresh.adminUrl), migrate(fresh.adminUrl)]);
  await migrate(fresh.adminUrl);

  const rows = await app.sql.begin(async (tx) => {
    await tx`SELECT set_config('app.tenant_id', ${String(hall.tenantId)}, true)`;
    return await tx<Gathered[]>`
      SELECT cart_id AS cart, session_key AS session,
        floor(extract(epoch FROM locked_at) * 1000)::float8 AS "lockedMs"
      FROM all_locks ORDER BY session_key, locked_at, seat_id`;
  });
  /** Of each lock of a session, which of the session's locks its cart began with. */
  const cartsOf = (letter: string) => {
    const carts = rows.filter(({ session }) => session[0] === letter).map(({ cart }) => cart);
    return carts.map((cart) => carts.indexOf(cart));
  };
  expect(cartsOf('a')).toEqual([0, 0, 2]);
  expect(cartsOf('b')).toEqual([0, 1, 1]);
  expect(cartsOf('c')).toEqual([0, 0, 0, 0, 0, 0, 6, 6, 6, 6, 6, 6, 12, 12, 12]);
  expect(cartsOf('d')).toEqual([0, 0, 2]);
  expect(new Set(rows.map(({ cart }) => cart)).size).toBe(10);

  for (const { cart } of rows) {
    expect(cart).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    const beganMs = Number.parseInt(cart.slice(0, 8) + cart.slice(9, 13), 16);
    expect(beganMs).toBe(rows.find((row) => row.cart === cart)?.lockedMs);
  }
  await expect(
    admin`UPDATE cart_item_locks SET quantity = 1, cart_id = gen_random_uuid() WHERE status <> 'active'`,
  ).rejects.toThrow('final');
});
