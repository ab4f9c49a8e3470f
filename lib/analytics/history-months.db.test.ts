import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall } from '@/db/testing/hall';
import { countClosedHours, moveOldLocks } from './service';
import { writeLocks } from './testing/lock-row';
import { madeLock } from './testing/made-lock';
import { newHall } from './testing/new-hall';

const dayMs = 86_400_000;
/** What waits longer than this is held up; what does not wait needs a hundredth of it. */
const heldUpMs = 1_000;
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const months = async () => {
  const rows = await database.admin<{ month: string }[]>`
    SELECT month::text FROM lock_history_months() AS month ORDER BY month`;
  return rows.map(({ month }) => month);
};

/** Keeps what the statement locks until it is called back. */
async function holding(statement: string): Promise<() => Promise<void>> {
  const held = await database.admin.reserve();
  await held.unsafe('BEGIN');
  await held.unsafe(statement);
  return async () => {
    await held.unsafe('ROLLBACK');
    held.release();
  };
}

test('a new month of the history is made while somebody reads it at length, and holds up no sale and no reading', async () => {
  const { admin } = database;
  const hall = await createHall(admin);
  await admin`SELECT ensure_lock_history_month('2025-02-05')`;
  await admin`INSERT INTO users (id, email, name, password_hash)
    VALUES (gen_random_uuid(), 'eva@example.com', 'Eva', 'x')`;
  const stopReading = await holding('SELECT count(*) FROM all_locks');

  await admin.begin(async (maker) => {
    await maker.unsafe(`SET LOCAL lock_timeout = ${heldUpMs}`);
    await maker`SELECT ensure_lock_history_month('2025-03-05')`;
    const held = await maker<{ lock: string }[]>`
      SELECT relation::regclass || ' ' || mode AS lock FROM pg_locks
      WHERE pid = pg_backend_pid() AND mode <> 'AccessShareLock' AND relation IN (
        'cart_item_lock_history'::regclass, 'cart_item_lock_history_2025_02'::regclass,
        'cart_item_locks'::regclass, 'zones'::regclass, 'seats'::regclass, 'users'::regclass)`;
    expect(held.map(({ lock }) => lock)).toEqual([
      'cart_item_lock_history ShareUpdateExclusiveLock',
    ]);
    await admin.begin(async (buyer) => {
      await buyer.unsafe(`SET LOCAL lock_timeout = ${heldUpMs}`);
      await buyer`UPDATE zones SET sold = sold WHERE id = ${hall.general}`;
      await buyer`UPDATE seats SET status = 'sold' WHERE id = ${hall.seatIds[0] as number}`;
      await buyer`UPDATE users SET name = 'Eva María' WHERE email = 'eva@example.com'`;
      await buyer`SELECT count(*) FROM all_locks`;
      await buyer`DELETE FROM users WHERE email = 'eva@example.com'`;
    });
  });
  await stopReading();
  expect(await months()).toEqual(expect.arrayContaining(['2025-02-01', '2025-03-01']));
});

test('a month is walled, guarded and owned as the others are, whoever looks at it', async () => {
  await database.admin`SELECT ensure_lock_history_month('2025-05-05')`;
  const facts = await database.admin`
    SELECT c.relrowsecurity AS walled, c.relowner = p.relowner AS owned, c.relispartition AS part,
      has_table_privilege('butaca_app', c.oid, 'SELECT, INSERT, UPDATE, DELETE') AS open,
      (SELECT count(*)::int FROM pg_policy WHERE polrelid = c.oid) AS policies,
      (SELECT count(*)::int FROM pg_trigger WHERE tgrelid = c.oid AND tgname = 'final_is_final') AS guards,
      (SELECT count(*)::int FROM pg_constraint WHERE conrelid = c.oid)
        - (SELECT count(*)::int FROM pg_constraint WHERE conrelid = p.oid) AS "moreConstraints",
      (SELECT count(*)::int FROM pg_index WHERE indrelid = c.oid)
        - (SELECT count(*)::int FROM pg_index WHERE indrelid = p.oid) AS "moreIndexes"
    FROM pg_class c, pg_class p
    WHERE c.relname = 'cart_item_lock_history_2025_05' AND p.relname = 'cart_item_lock_history'`;
  expect(facts).toEqual([
    {
      walled: true,
      owned: true,
      part: true,
      open: false,
      policies: 1,
      guards: 1,
      moreConstraints: 0,
      moreIndexes: 0,
    },
  ]);
});

test('the months to come are there before they begin, and those of old locks once they are wanted', async () => {
  const hall = await newHall(database.admin);
  const [ahead] = await database.admin<{ months: string[] }[]>`
    SELECT array_agg((date_trunc('month', now() AT TIME ZONE 'UTC') + n * interval '1 month')::date::text) AS months
    FROM generate_series(0, 2) AS n`;
  await writeLocks(
    database.admin,
    ['2023-01-31T23:59:00Z', '2023-04-01T00:00:00Z'].map((at) => madeLock(hall, Date.parse(at))),
  );
  await moveOldLocks(database.db);
  const made = await months();
  expect(made).toEqual(expect.arrayContaining(['2023-01-01', '2023-04-01', ...ahead!.months]));
  expect(made).not.toContain('2023-02-01');
});

test('a month that cannot be made now keeps its locks where they are, says so once, and is made later', async () => {
  const { admin, db } = database;
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const [hall, other] = [await newHall(admin), await newHall(admin)];
  const nowMs = Date.now();
  await writeLocks(
    admin,
    [hall, other].flatMap((of) => [
      madeLock(of, nowMs - 40 * dayMs),
      madeLock(of, Date.parse('2022-06-01')),
      madeLock(of, Date.parse('2022-07-01')),
    ]),
  );
  await admin`SELECT ensure_lock_history_month(now() - interval '40 days')`;
  await countClosedHours(db);
  const moved = async () => {
    const [row] = await admin<{ count: number }[]>`
      SELECT count(*)::int FROM cart_item_lock_history
      WHERE tenant_id IN (${hall.tenantId}, ${other.tenantId})`;
    return row?.count;
  };
  const letGo = await holding('LOCK TABLE cart_item_lock_history IN SHARE UPDATE EXCLUSIVE MODE');
  await moveOldLocks(db);
  expect(await moved()).toBe(2);
  expect(warned.mock.calls.map(([line]) => JSON.parse(line))).toEqual([
    expect.objectContaining({ months: ['2022-06-01', '2022-07-01'] }),
  ]);
  await letGo();
  await moveOldLocks(db);
  expect(await moved()).toBe(6);
  expect(warned).toHaveBeenCalledTimes(1);
});
