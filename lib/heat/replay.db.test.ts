import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import type { StaffContext } from '@/lib/context';
import { Reel } from './reel';
import { replay } from './replay-query';
import { replayQuerySchema } from './schema';
import { madeUp, minuteMs, type PastLock, write } from './testing/history';

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
const watch = async (hall: Hall, asked: object = {}, locksMax?: number) => {
  const query = replayQuerySchema.parse({ event: hall.eventId, ...asked });
  const body = await replay(staffOf(hall), query, locksMax);
  return { body, reel: new Reel(body, (id) => hall.seatIds.indexOf(id), hall.seatIds.length) };
};

/** A moment eight hours ago, so that all that is made up is over. */
const base = () => Math.floor((Date.now() - 8 * 60 * minuteMs) / minuteMs) * minuteMs + 17_000;

/** The hall at a moment, from the rows alone, without any of what is tested. */
async function fromRows(hall: Hall, atMs: number) {
  const rows = await database.admin<
    {
      id: string;
      seat: number | null;
      units: number;
      from: Date;
      to: Date;
      until: Date;
      status: string;
      swapped: string | null;
    }[]
  >`SELECT id, seat_id AS seat, quantity AS units, locked_at AS from, expires_at AS until,
      coalesce(ended_at, expires_at) AS to, status, metadata->>'swappedFrom' AS swapped
    FROM cart_item_locks WHERE tenant_id = ${hall.tenantId} AND event_id = ${hall.eventId}`;
  const states = hall.seatIds.map(() => 0);
  const places = { locked: 0, sold: 0 };
  for (const row of rows) {
    const from = row.swapped ? rows.find(({ id }) => id === row.swapped)!.to : row.from;
    const over = row.status !== 'converted' && row.until < row.to ? row.until : row.to;
    const locked = from.getTime() <= atMs && atMs < over.getTime();
    const sold = row.status === 'converted' && over.getTime() <= atMs;
    if (row.seat === null) {
      if (locked) places.locked += row.units;
      if (sold) places.sold += row.units;
    } else if (locked || sold) states[hall.seatIds.indexOf(row.seat)] = sold ? 2 : 1;
  }
  return { states, places };
}

async function expectExact(hall: Hall, asked: object = {}, frames?: number[]) {
  const { body, reel } = await watch(hall, asked);
  const wanted = frames ?? [0, 7, 30, 31, 90, 200, 150, 44, body.frames - 1, 3];
  for (const frame of wanted.filter((one) => one < body.frames)) {
    reel.seek(frame);
    const raw = await fromRows(hall, reel.timeOf(frame));
    expect([...reel.states], `frame ${frame}`).toEqual(raw.states);
    expect(reel.zones().get(hall.general) ?? { locked: 0, sold: 0 }).toEqual(raw.places);
  }
  return body;
}

const lock = (lockedMs: number, minutes: number, rest: Partial<PastLock>): PastLock => ({
  id: randomUUID(),
  seat: null,
  units: 1,
  lockedMs,
  expiresMs: lockedMs + 15 * minuteMs,
  status: 'released',
  reason: 'buyer',
  endedMs: lockedMs + minutes * minuteMs,
  ...rest,
});
const sale = { status: 'converted', reason: 'sale' } as const;

test('the replay shows the hall as the rows say it was, at any minute, wound on or back', async () => {
  const hall = await createHall(database.admin, { seats: 60 });
  await write(database.admin, hall, madeUp(hall, base(), 7));
  const body = await expectExact(hall);
  expect(body.cut).toBe(false);
  expect(body.frames).toBeGreaterThan(200);
  const rows = await database.admin`
    SELECT locked_at, ended_at, status FROM cart_item_locks WHERE tenant_id = ${hall.tenantId}`;
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  expect(sum(body.sales)).toBe(rows.filter(({ status }) => status === 'converted').length);
  expect(sum(body.locks)).toBe(rows.length);
});

test('a window that begins later starts with what was held and sold before, in steps of three minutes for a day', async () => {
  const hall = await createHall(database.admin, { seats: 60 });
  const from = base();
  await write(database.admin, hall, madeUp(hall, from, 11));
  const later = new Date(from + 100 * minuteMs).toISOString();
  const body = await expectExact(hall, { from: later, minutes: 1440 }, [0, 1, 5, 40, 12]);
  expect(body.stepMinutes).toBe(3);
  expect(body.frames).toBeLessThanOrEqual(480);
});

test('a seat taken in exchange is locked from the exchange on, not since its buyer came', async () => {
  const hall = await createHall(database.admin);
  const at = base();
  const [first, second] = hall.seatIds as [number, number];
  const given = lock(at, 6, { seat: first });
  const taken = { ...lock(at, 12, { seat: second, ...sale }), swappedFrom: given.id };
  await write(database.admin, hall, [given, taken]);
  await expectExact(hall, {}, [0, 4, 5, 6, 8, 11, 12, 13]);
  const { reel } = await watch(hall);
  reel.seek(3);
  expect([...reel.states.slice(0, 2)]).toEqual([1, 0]);
  reel.seek(8);
  expect([...reel.states.slice(0, 2)]).toEqual([0, 1]);
  reel.seek(14);
  expect([...reel.states.slice(0, 2)]).toEqual([0, 2]);
});

test('places given back in part, and a sale that came after its lock had ended, are told as they were', async () => {
  const hall = await createHall(database.admin);
  const at = base();
  const seat = hall.seatIds[4]!;
  const late = at + 18 * minuteMs;
  await write(database.admin, hall, [
    lock(at, 5, { units: 1 }),
    lock(at, 9, { units: 3, ...sale }),
    lock(at, 17, { seat, status: 'expired', reason: 'timeout' }),
    { ...lock(late, 0, { seat, ...sale }), endedMs: late + 4 },
  ]);
  await expectExact(hall, {}, [0, 4, 5, 8, 9, 14, 15, 16, 17, 18, 20]);
  const { reel } = await watch(hall);
  const seen = [3, 6, 10].map((frame) => {
    reel.seek(frame);
    return reel.zones().get(hall.general);
  });
  expect(seen).toEqual([
    { locked: 4, sold: 0 },
    { locked: 3, sold: 0 },
    { locked: 0, sold: 3 },
  ]);
  reel.seek(16);
  expect(reel.states[4]).toBe(0);
  reel.seek(18);
  expect(reel.states[4]).toBe(2);
});

test('of more locks than fit, the frames up to the first that is left out are told, and that it was', async () => {
  const hall = await createHall(database.admin, { seats: 60 });
  await write(database.admin, hall, madeUp(hall, base(), 13));
  const whole = await watch(hall);
  const { body, reel } = await watch(hall, {}, 40);
  expect(body.cut).toBe(true);
  expect(body.frames).toBeGreaterThan(10);
  expect(body.frames).toBeLessThan(whole.body.frames);
  expect(body.locks).toEqual(whole.body.locks.slice(0, body.frames));
  for (const frame of [0, 9, body.frames - 1]) {
    reel.seek(frame);
    expect([...reel.states]).toEqual((await fromRows(hall, reel.timeOf(frame))).states);
  }
});

test('locks in the history are replayed with those that are not, and another house sees none', async () => {
  const hall = await createHall(database.admin, { seats: 60 });
  await write(database.admin, hall, madeUp(hall, base(), 3));
  const before = await watch(hall);
  await database.admin`INSERT INTO analytics_marks VALUES (${hall.tenantId}, now())`;
  await database.admin`
    SELECT ensure_lock_history_month(month)
    FROM missing_lock_history_months() AS month`;
  const [{ moved }] = (await database.admin.begin(async (sql) => {
    await sql`SELECT set_config('app.tenant_id', ${String(hall.tenantId)}, true)`;
    return sql`SELECT move_locks_to_history(now() - interval '4 hours', 1000) AS moved`;
  })) as unknown as [{ moved: number }];
  expect(moved).toBeGreaterThan(20);
  const after = await watch(hall);
  expect({ ...after.body, serverTime: '' }).toEqual({ ...before.body, serverTime: '' });
  const other = await createHall(database.admin);
  await expect(watch({ ...other, eventId: hall.eventId })).rejects.toThrow('event_not_found');
});

test('an event nobody has locked anything of has no frames before its sale, and says so', async () => {
  const hall = await createHall(database.admin, { sale: 'future' });
  const { body } = await watch(hall);
  expect(body).toMatchObject({ frames: 0, first: null, last: null, cut: false });
});
