import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall } from '@/db/testing/hall';
import type { Context } from '@/lib/context';
import {
  byDay,
  byReason,
  cartsBack,
  conversion,
  funnel,
  lockRows,
  lossBy,
  worstSeats,
} from './queries';
import { dimensions, type Filter, type RowsFilter } from './schema';
import { countClosedHours, moveOldLocks } from './service';
import { byKey, expected, expectedLoss, expectedSeats } from './testing/expected';
import { knownHistory, openCarts } from './testing/known-history';
import { createHouse, type KnownHouse } from './testing/known-house';
import { readLocks, writeLocks } from './testing/lock-row';
import { randomFrom } from './testing/random';
import { know, within } from './testing/recount';

const timeZone = 'Europe/Madrid';
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

let database: TestDatabase;
let house: KnownHouse;
let ctx: Context;
/** Midday in Madrid of the last day on which its clocks were changed, and now. */
let changeMs: number;
let nowMs: number;

const dayOf = (ms: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(ms);

function lastChange(fromMs: number): number {
  const hour = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' });
  let at = fromMs - (fromMs % dayMs) + dayMs / 2 - 10 * dayMs;
  while (hour.format(at) === hour.format(at - dayMs)) at -= dayMs;
  return at;
}

beforeAll(async () => {
  database = await testDatabase();
  const { admin, db } = database;
  house = await createHouse(admin);
  ctx = { db, tenantId: house.tenantId, actor: { kind: 'system' } };
  const [clock] = await admin`SELECT (extract(epoch FROM now()) * 1000)::float8 AS ms`;
  nowMs = clock!.ms;
  changeMs = lastChange(nowMs);
  const random = randomFrom(20_261_125);
  const ago = (from: number, to: number) => () => Math.floor(nowMs - random.between(from, to));
  const stretches = [
    { fromMs: changeMs - 2 * dayMs, untilMs: changeMs + 2 * dayMs },
    { fromMs: changeMs - 2 * dayMs, untilMs: changeMs + 2 * dayMs },
    { fromMs: Math.floor(nowMs) - 2 * dayMs, untilMs: Math.floor(nowMs) - 2 * hourMs },
  ];
  const rows = knownHistory(house, random, stretches, 199_000);
  const old = { count: 30, fromSeat: 0, lockedMs: () => changeMs + random.below(5 * hourMs) };
  const late = { count: 400, lockedMs: ago(60_000 * 70, 60_000 * 100) };
  rows.push(...openCarts(house, random, old, 'stale'));
  rows.push(...openCarts(house, random, { ...late, fromSeat: 100 }, 'stale'));
  rows.push(...openCarts(house, random, { ...late, count: 150, fromSeat: 550 }, 'abandoned'));
  const live = { count: 60, fromSeat: 720, lockedMs: ago(1_000, hourMs) };
  rows.push(...openCarts(house, random, live, 'live'));
  await writeLocks(admin, rows);
  const other = await createHall(admin);
  await admin`
    INSERT INTO cart_item_locks (tenant_id, id, session_key, event_id, zone_id, quantity, locked_at,
      expires_at, status, price_at_lock, ended_at, end_reason, duration_ms, max_extensions)
    SELECT ${other.tenantId}, gen_random_uuid(), repeat('o', 40), ${other.eventId}, ${other.general},
      1, now() - interval '1 day', now(), 'expired', 100, now() - interval '1 hour', 'timeout', 90000000, 1
    FROM generate_series(1, 1000)`;
}, 60_000);
afterAll(() => database.drop());

/** Several periods and events: whole, around the change of clocks, a day alone, and nothing at all. */
function filters(): Filter[] {
  const [first, second] = house.events.map(({ eventId }) => eventId);
  const day = (offset: number) => dayOf(changeMs + offset * dayMs);
  return [
    { from: day(-3), to: dayOf(nowMs) },
    { from: day(0), to: day(0), eventId: first },
    { from: day(-1), to: day(1) },
    { from: dayOf(nowMs - dayMs), to: dayOf(nowMs), eventId: second },
    { from: day(-40), to: day(-30) },
  ];
}

/** @param of before most of it is counted, each figure takes its time */
async function compareAll(of = filters()): Promise<void> {
  const rows = await readLocks(database.admin, house.tenantId);
  expect(rows.length).toBeGreaterThan(199_000);
  const known = know(rows, timeZone, nowMs);
  for (const filter of of) {
    const asked = [funnel, conversion, byReason, cartsBack, byDay] as const;
    const [inFunnel, converted, reasons, back, days] = await Promise.all(
      asked.map((figure) => figure(ctx, filter)),
    );
    expect({
      funnel: inFunnel,
      conversion: converted,
      byReason: reasons,
      cartsBack: back,
      byDay: days,
    }).toEqual(expected(known, filter));
    const losses = await Promise.all(dimensions.map((dimension) => lossBy(ctx, filter, dimension)));
    for (const [at, dimension] of dimensions.entries()) {
      const loss = losses[at]?.sort(byKey);
      expect(loss, dimension).toEqual(expectedLoss(known, filter, dimension));
    }
    if (!filter.eventId) continue;
    const seats = await worstSeats(ctx, { ...filter, eventId: filter.eventId }, 50);
    expect(seats).toMatchObject(expectedSeats(known, filter).slice(0, 50));
  }
  await compareRows(known);
}

/** The rows behind a figure are as many as it says, each once. */
async function compareRows(known: ReturnType<typeof know>): Promise<void> {
  const [whole, day] = filters() as [Filter, Filter];
  const asked: [RowsFilter, (lock: (typeof known.locks)[number]) => boolean][] = [
    [
      { ...day, outcome: 'lost', stage: 'checkout' },
      (l) => !['sale', 'open'].includes(l.outcome) && l.stage === 'checkout',
    ],
    [
      { ...whole, outcome: 'admin', hour: 2, device: 'unknown' },
      (l) => l.outcome === 'admin' && l.hour === 2 && l.device === null,
    ],
    [{ ...whole, outcome: 'open' }, (l) => l.outcome === 'open'],
  ];
  for (const [filter, matches] of asked) {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await lockRows(ctx, { ...filter, cursor }, 200);
      ids.push(...page.rows.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor);
    const wanted = within(known.locks, filter, (lock) => lock.event_id).filter(matches);
    const newestFirst = wanted.sort((a, b) => b.locked_at - a.locked_at || (a.id < b.id ? 1 : -1));
    expect(newestFirst.length).toBeGreaterThan(10);
    expect(ids).toEqual(newestFirst.map(({ id }) => id));
  }
}

const mark = async () => {
  const [row] = await database.admin`
    SELECT (extract(epoch FROM counted_until) * 1000)::float8 AS ms FROM analytics_marks
    WHERE tenant_id = ${house.tenantId}`;
  return row!.ms as number;
};
const table = async (name: string) => {
  const [row] = await database.admin`
    SELECT count(*)::int AS rows FROM ${database.admin(name)} WHERE tenant_id = ${house.tenantId}`;
  return row!.rows as number;
};

test('every figure of a known history is right before any of it is counted', async () => {
  await compareAll(filters().slice(0, 2));
}, 60_000);

test('they are the same when it is counted up to a cart that has not ended', async () => {
  await countClosedHours(database.db);
  expect(await mark()).toBeGreaterThanOrEqual(changeMs - hourMs);
  expect(await mark()).toBeLessThan(changeMs + 5 * hourMs);
  await compareAll(filters().slice(0, 3));
}, 60_000);

test('and when that cart has ended, and everything is counted but what is live', async () => {
  await database.admin`
    UPDATE cart_item_locks SET status = 'expired', end_reason = 'timeout', ended_at = expires_at
    WHERE tenant_id = ${house.tenantId} AND status = 'active' AND expires_at < now() - interval '7 days'`;
  await countClosedHours(database.db);
  expect(await mark()).toBeGreaterThan(nowMs - 4 * hourMs);
  await compareAll();
}, 60_000);

test('and when what is old lies in the history', async () => {
  expect(await moveOldLocks(database.db)).toBeGreaterThan(100_000);
  expect(await table('cart_item_lock_history')).toBeGreaterThan(100_000);
  expect(await table('all_locks')).toBeGreaterThan(199_000);
  await compareAll();
  expect(await countClosedHours(database.db)).toBe(0);
}, 60_000);
