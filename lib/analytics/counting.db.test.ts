import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect, type Db } from '@/db/client';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import type { Hall } from '@/db/testing/hall';
import type { Context } from '@/lib/context';
import { byReason, cartsBack, funnel } from './queries';
import { countClosedHours } from './service';
import { writeLocks } from './testing/lock-row';
import { heldOpen, hourMs, madeLock } from './testing/made-lock';
import { newHall } from './testing/new-hall';

let database: TestDatabase;
let hall: Hall;
let ctx: Context;
/** A full hour, long over. */
let hour: number;

beforeAll(async () => {
  database = await testDatabase();
  const [clock] = await database.admin`
    SELECT (extract(epoch FROM date_trunc('hour', now() - interval '2 days')) * 1000)::float8 AS ms`;
  hour = clock!.ms;
});
afterAll(() => database.drop());
beforeEach(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  await database.admin`TRUNCATE cart_item_locks, analytics_marks, lock_days, cart_days CASCADE`;
  hall = await newHall(database.admin);
  ctx = contextOf(hall);
});

const contextOf = ({ tenantId }: Hall): Context => ({
  db: database.db,
  tenantId,
  actor: { kind: 'system' },
});
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const all = () => ({ from: day(hour - 5 * 86_400_000), to: day(hour + 5 * 86_400_000) });
const write = (rows: Parameters<typeof writeLocks>[1]) => writeLocks(database.admin, rows);
/** Locks that the day tables know. */
const counted = async (of = hall) => {
  const [row] = await database.admin`
    SELECT coalesce(sum(timeout_locks + sale_locks), 0)::int AS locks FROM lock_days
    WHERE tenant_id = ${of.tenantId} AND dimension = 'all'`;
  return row!.locks as number;
};
const some = (of: Hall, count = 50) =>
  Array.from({ length: count }, (_, n) => madeLock(of, hour + n * 1_000));

describe('counting the hours that are over', () => {
  it('by two processes at once counts each lock once', async () => {
    await write(some(hall, 500));
    await database.admin`INSERT INTO analytics_marks VALUES (${hall.tenantId}, '-infinity')`;
    const others = [connect(database.url), connect(database.url)];
    await Promise.all(others.map(({ db }) => countClosedHours(db)));
    await Promise.all(others.map(({ sql }) => sql.end()));
    expect(await counted()).toBe(500);
    expect((await funnel(ctx, all())).locked).toBe(500);
    expect(await countClosedHours(database.db)).toBe(0);
  });

  it('that dies halfway has counted nothing, and is done again', async () => {
    await write(some(hall));
    await refuseCarts(hall);
    await expect(countClosedHours(database.db)).rejects.toThrow(AggregateError);
    expect(await counted()).toBe(0);
    expect((await byReason(ctx, all())).timeout.locks).toBe(50);
    await allowCarts();
    await countClosedHours(database.db);
    expect(await counted()).toBe(50);
    expect((await byReason(ctx, all())).timeout.locks).toBe(50);
  });

  it('goes on with the other houses when one of them fails, and says so', async () => {
    const other = await newHall(database.admin);
    await write([...some(hall), ...some(other)]);
    await refuseCarts(hall);
    await expect(countClosedHours(database.db)).rejects.toThrow('not every tenant');
    expect(await counted(other)).toBe(50);
    expect(await counted()).toBe(0);
    await allowCarts();
  });

  it('never shows in a figure that is asked for meanwhile', async () => {
    await write(some(hall, 200));
    const { db, statements } = interrupted(2, () => countClosedHours(database.db));
    expect((await byReason({ ...ctx, db }, all())).timeout.locks).toBe(200);
    expect(statements()).toBeGreaterThan(2);
    expect(await counted()).toBe(200);
    expect((await byReason(ctx, all())).timeout.locks).toBe(200);
  });

  it('waits for a cart that has not ended, and for one that ended this minute', async () => {
    await write([
      ...some(hall),
      heldOpen(hall, hour + 2 * hourMs),
      madeLock(hall, hour + 3 * hourMs),
    ]);
    await countClosedHours(database.db);
    expect(await counted()).toBe(50);
    await database.admin`
      UPDATE cart_item_locks SET status = 'expired', end_reason = 'timeout', ended_at = now()
      WHERE tenant_id = ${hall.tenantId} AND status = 'active'`;
    await countClosedHours(database.db);
    expect(await counted()).toBe(50);
    expect((await byReason(ctx, all())).timeout.locks).toBe(52);
  });

  it('takes a cart over the full hour whole, and once', async () => {
    const cart = { cart_id: crypto.randomUUID(), session_key: 'c'.repeat(40) };
    const sold = { status: 'converted', end_reason: 'sale' } as const;
    await write([
      madeLock(hall, hour + 0.9 * hourMs, cart),
      madeLock(hall, hour + 1.1 * hourMs, { ...cart, ...sold }),
      heldOpen(hall, hour + 1.05 * hourMs),
    ]);
    const before = await funnel(ctx, all());
    await countClosedHours(database.db);
    expect(await counted()).toBe(1);
    expect(await funnel(ctx, all())).toEqual(before);
    expect(before).toEqual({ viewed: 0, locked: 2, checkout: 1, paying: 1, sold: 1 });
  });

  it('knows a buyer who comes back on the other side of the mark, up to a day later', async () => {
    const back = (afterMs: number, key: string) => [
      madeLock(hall, hour, { session_key: key.repeat(40) }),
      madeLock(hall, hour + afterMs, { session_key: key.repeat(40) }),
    ];
    await write([
      ...back(24 * hourMs, 'a'),
      ...back(24 * hourMs + 1, 'b'),
      heldOpen(hall, hour + 20 * hourMs),
    ]);
    expect(await cartsBack(ctx, all())).toEqual({ back: 1, backSold: 0 });
    await countClosedHours(database.db);
    expect(await counted()).toBe(2);
    expect(await cartsBack(ctx, all())).toEqual({ back: 1, backSold: 0 });
  });
});

/** The database, with something that happens after so many statements of its transaction. */
function interrupted(after: number, happens: () => Promise<unknown>) {
  let ran = 0;
  const within = (tx: Db) =>
    new Proxy(tx, {
      get(target, key) {
        if (key !== 'execute') return Reflect.get(target, key, target);
        return async (query: never) => {
          const answer = await target.execute(query);
          if (++ran === after) await happens();
          return answer;
        };
      },
    });
  const db = new Proxy(database.db, {
    get(target, key) {
      if (key !== 'transaction') return Reflect.get(target, key, target);
      return (work: (tx: Db) => Promise<unknown>) =>
        target.transaction((tx) => work(within(tx as Db)));
    },
  });
  return { db, statements: () => ran };
}

/** Makes the counting of a house fail after its locks and before its carts. */
async function refuseCarts({ tenantId }: Hall): Promise<void> {
  await database.admin.unsafe(`
    CREATE FUNCTION refuse_carts() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the machine stops here'; END $$;
    CREATE TRIGGER refuse BEFORE INSERT ON cart_days
      FOR EACH ROW WHEN (NEW.tenant_id = ${tenantId}) EXECUTE FUNCTION refuse_carts()`);
}

async function allowCarts(): Promise<void> {
  await database.admin.unsafe('DROP TRIGGER refuse ON cart_days; DROP FUNCTION refuse_carts()');
}
