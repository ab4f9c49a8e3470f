import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import type { Hall } from '@/db/testing/hall';
import type { Context } from '@/lib/context';
import { byDay, byReason, lockRows } from './queries';
import { countClosedHours, forgetViewers, moveOldLocks } from './service';
import { writeLocks } from './testing/lock-row';
import { heldOpen, madeLock } from './testing/made-lock';
import { newHall } from './testing/new-hall';

const dayMs = 86_400_000;
let database: TestDatabase;
let nowMs: number;

beforeAll(async () => {
  database = await testDatabase();
  const [clock] = await database.admin`SELECT (extract(epoch FROM now()) * 1000)::float8 AS ms`;
  nowMs = Math.floor(clock!.ms);
});
afterAll(() => database.drop());

const contextOf = ({ tenantId }: Hall): Context => ({
  db: database.db,
  tenantId,
  actor: { kind: 'system' },
});
const period = () => ({
  from: new Date(nowMs - 60 * dayMs).toISOString().slice(0, 10),
  to: new Date(nowMs + dayMs).toISOString().slice(0, 10),
});
const inHistory = async ({ tenantId }: Hall) => {
  const rows = await database.admin<{ id: string }[]>`
    SELECT id FROM cart_item_lock_history WHERE tenant_id = ${tenantId}`;
  return rows.map(({ id }) => id);
};

test('only locks that are counted, ended a week ago and wanted by no open order are moved', async () => {
  const hall = await newHall(database.admin);
  const old = madeLock(hall, nowMs - 40 * dayMs);
  const wanted = madeLock(hall, nowMs - 20 * dayMs);
  const recent = madeLock(hall, nowMs - 6 * dayMs);
  await writeLocks(database.admin, [old, wanted, recent]);
  const orderId = randomUUID();
  await database.admin`
    INSERT INTO orders (tenant_id, id, number, access_key, session_key, email, name, locale, total_minor, currency)
    VALUES (${hall.tenantId}, ${orderId}, 'B-OPEN', 'k', ${wanted.session_key}, 'a@example.com', 'A', 'es', 1, 'EUR')`;
  await database.admin`
    INSERT INTO order_locks VALUES (${hall.tenantId}, ${orderId}, ${wanted.id}, 1)`;
  await moveOldLocks(database.db);
  expect(await inHistory(hall)).toEqual([]);
  await countClosedHours(database.db);
  await moveOldLocks(database.db);
  expect(await inHistory(hall)).toEqual([old.id]);
  expect((await byReason(contextOf(hall), period())).timeout.locks).toBe(3);
});

test('an account that is erased takes its name out of the history and nothing out of the figures', async () => {
  const hall = await newHall(database.admin);
  const lock = madeLock(hall, nowMs - 30 * dayMs);
  await writeLocks(database.admin, [lock]);
  const userId = randomUUID();
  await database.admin`
    INSERT INTO users (id, email, name, password_hash)
    VALUES (${userId}, 'ana@example.com', 'Ana', 'x')`;
  await database.admin`
    ALTER TABLE cart_item_locks DISABLE TRIGGER final_is_final`;
  await database.admin`UPDATE cart_item_locks SET user_id = ${userId} WHERE id = ${lock.id}`;
  await database.admin`ALTER TABLE cart_item_locks ENABLE TRIGGER final_is_final`;
  await countClosedHours(database.db);
  await moveOldLocks(database.db);
  const ctx = contextOf(hall);
  const account = async () => (await lockRows(ctx, period())).rows.map((row) => row.account);
  expect(await account()).toEqual(['Ana']);
  const before = await byReason(ctx, period());
  await database.admin`DELETE FROM users WHERE id = ${userId}`;
  expect(await account()).toEqual([null]);
  expect(await byReason(ctx, period())).toEqual(before);
});

test('who moves to another time zone keeps the days that are counted, and every lock once', async () => {
  const hall = await newHall(database.admin);
  const ctx = contextOf(hall);
  const midnight = Date.parse(new Date(nowMs - 9 * dayMs).toISOString().slice(0, 10));
  await writeLocks(database.admin, [
    madeLock(hall, midnight - 3_600_000),
    madeLock(hall, midnight + 3_600_000),
    heldOpen(hall, midnight + 2 * 3_600_000),
    madeLock(hall, midnight + 5 * dayMs),
  ]);
  await countClosedHours(database.db);
  const before = await byDay(ctx, period());
  await database.admin`
    UPDATE tenants SET time_zone = 'Pacific/Auckland' WHERE id = ${hall.tenantId}`;
  const after = await byDay(ctx, period());
  const locks = (days: typeof before) => days.reduce((sum, day) => sum + day.locks, 0);
  expect([locks(before), locks(after)]).toEqual([4, 4]);
  const early = new Date(midnight).toISOString().slice(0, 10);
  expect(after.filter(({ day }) => day < early)).toEqual(before.filter(({ day }) => day < early));
  expect((await lockRows(ctx, { ...period(), outcome: 'timeout' })).rows).toHaveLength(4);
});

test('an event with locks cannot be taken away from under its figures; one without goes with its views', async () => {
  const [kept, gone] = [await newHall(database.admin), await newHall(database.admin)];
  await writeLocks(database.admin, [madeLock(kept, nowMs - 30 * dayMs)]);
  await countClosedHours(database.db);
  await moveOldLocks(database.db);
  const remove = (hall: Hall) => database.admin`DELETE FROM events WHERE id = ${hall.eventId}`;
  await expect(remove(kept)).rejects.toThrow(/foreign key/);
  await database.admin`
    INSERT INTO view_days VALUES (${gone.tenantId}, ${gone.eventId}, current_date, 'phone', 3)`;
  await remove(gone);
  const views = await database.admin`SELECT FROM view_days WHERE tenant_id = ${gone.tenantId}`;
  expect(views).toHaveLength(0);
});

test('a seat or a zone stays, and stays what it is, as long as the history tells of it', async () => {
  const { admin } = database;
  const hall = await newHall(admin);
  const [seat, free] = hall.seatIds as [number, number];
  const lock = madeLock(hall, nowMs - 30 * dayMs);
  await writeLocks(admin, [
    lock,
    madeLock(hall, nowMs - 30 * dayMs, { zone_id: hall.numbered, seat_id: seat, quantity: 1 }),
  ]);
  await countClosedHours(database.db);
  await moveOldLocks(database.db);
  expect(await inHistory(hall)).toHaveLength(2);
  for (const taken of [
    admin`DELETE FROM seats WHERE id = ${seat}`,
    admin`UPDATE seats SET zone_id = ${hall.general} WHERE id = ${seat}`,
    admin`DELETE FROM zones WHERE id = ${hall.general}`,
  ]) {
    await expect(taken).rejects.toMatchObject({
      code: '23503',
      constraint_name: expect.stringMatching(/^history_/),
    });
  }
  await admin`UPDATE seats SET zone_id = zone_id, status = 'blocked' WHERE id = ${seat}`;
  await admin`DELETE FROM seats WHERE id = ${free}`;
});

test('who looked is forgotten after two days, how many they were is not', async () => {
  const hall = await newHall(database.admin);
  const { tenantId, eventId } = hall;
  await database.admin`
    INSERT INTO event_viewers SELECT ${tenantId}, ${eventId}, (now() AT TIME ZONE 'Europe/Madrid')::date - ago,
      'v' || n FROM generate_series(0, 4) AS ago, generate_series(1, 1500) AS n`;
  await database.admin`INSERT INTO view_days VALUES (${tenantId}, ${eventId}, current_date, 'phone', 3)`;
  expect(await forgetViewers(database.db)).toBe(4_500);
  const [left] = await database.admin`
    SELECT count(*)::int AS viewers, count(DISTINCT day)::int AS days FROM event_viewers`;
  expect(left).toEqual({ viewers: 3_000, days: 2 });
  expect(await database.admin`SELECT FROM view_days WHERE tenant_id = ${tenantId}`).toHaveLength(1);
});

test('a house whose locks cannot be moved does not keep the others from theirs', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const [fails, other] = [await newHall(database.admin), await newHall(database.admin)];
  await writeLocks(
    database.admin,
    [fails, other].map((hall) => madeLock(hall, nowMs - 30 * dayMs)),
  );
  await countClosedHours(database.db);
  await database.admin.unsafe(`
    ALTER TABLE cart_item_lock_history
      ADD CONSTRAINT refuse CHECK (tenant_id <> ${fails.tenantId})`);
  await expect(moveOldLocks(database.db)).rejects.toThrow('not every tenant');
  expect([await inHistory(fails), (await inHistory(other)).length]).toEqual([[], 1]);
  await database.admin`ALTER TABLE cart_item_lock_history DROP CONSTRAINT refuse`;
  await moveOldLocks(database.db);
  expect(await inHistory(fails)).toHaveLength(1);
});
