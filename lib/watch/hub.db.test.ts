import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Connection, connect } from '@/db/client';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall, type HallOptions } from '@/db/testing/hall';
import { LiveHub } from '@/lib/live/hub';
import { LockEngine } from '@/lib/locks/engine';
import { abandonLocks, extendLocks, releaseLocks } from '@/lib/locks/service';
import { buyerOf, claimOf, newSession } from '@/lib/locks/testing/buyers';
import { sessionName } from '../locks/session-name';
import { WatchHub } from './hub';
import type { LockRow } from './schema';
import { Watcher } from './testing/watcher';

let base: TestDatabase;
/** Another process than the one that the buyers are served by. */
let elsewhere: Connection;
let live: LiveHub;
let hub: WatchHub;
const watching: Watcher[] = [];

beforeAll(async () => {
  base = await testDatabase();
  elsewhere = connect(base.url, { max: 4 });
  live = new LiveHub(elsewhere);
  hub = new WatchHub(elsewhere.db, live);
});
afterEach(() => {
  for (const watcher of watching.splice(0)) watcher.stop();
  expect(hub.watchers).toBe(0);
});
afterAll(async () => {
  hub.close();
  live.close();
  await elsewhere.sql.end({ timeout: 1 });
  await base.drop();
});

const within = { timeout: 1_000, interval: 10 };
const patiently = { timeout: 8_000, interval: 20 };

async function watch(tenantId: number, on = hub): Promise<Watcher> {
  const watcher = await Watcher.of(on, tenantId);
  watching.push(watcher);
  return watcher;
}

async function stage(options?: HallOptions) {
  const hall = await createHall(base.admin, options);
  return { hall, watcher: await watch(hall.tenantId) };
}

function lock(hall: Hall, items: object[], session = newSession()) {
  const claim = claimOf(items as never, session);
  return new LockEngine(base.db).claim(hall.tenantId, hall.eventId, claim);
}
const seat = (hall: Hall, index: number) => ({
  zoneId: hall.numbered,
  seatId: hall.seatIds[index],
});
const only = (watcher: Watcher) => [...watcher.rows.values()] as [LockRow];
const reasons = (watcher: Watcher) => [...watcher.gone.values()].map(({ reason }) => reason);

describe('the live locks that the staff sees', () => {
  it('are told within a second as they are made, extended and given back in another process', async () => {
    const { hall, watcher } = await stage();
    expect(watcher.snapshots[0]).toMatchObject({ rows: [], total: 0, lastEndedAt: null });
    const session = newSession();
    await lock(hall, [seat(hall, 0), { zoneId: hall.general, quantity: 3 }], session);
    await expect.poll(() => watcher.rows.size, within).toBe(2);
    const bySeat = new Map([...watcher.rows.values()].map((row) => [row.seat, row]));
    const common = { session: sessionName(session), eventId: hall.eventId, stage: 'cart' };
    expect(bySeat.get('1')).toMatchObject({ ...common, row: '1', quantity: 1, value: 4500 });
    expect(bySeat.get(null)).toMatchObject({ ...common, zoneName: 'De pie', value: 6000 });
    expect(watcher.text).not.toContain(session);

    await extendLocks(buyerOf(base.db, hall, session), {});
    const extended = () => only(watcher).map(({ extensions }) => extensions);
    await expect.poll(extended, within).toEqual([1, 1]);
    await releaseLocks(buyerOf(base.db, hall, session), {
      items: [{ zoneId: hall.general, quantity: 1 }],
    });
    await expect.poll(() => watcher.rows.get(bySeat.get(null)!.id)?.value, within).toBe(4000);
    await releaseLocks(buyerOf(base.db, hall, session), {});
    await expect.poll(() => reasons(watcher), within).toEqual(['buyer', 'buyer']);
    expect(watcher.rows.size).toBe(0);
  });

  it('leave within a second when their time runs out, with no sweep at all', async () => {
    const { hall, watcher } = await stage({ settings: { cart_lock_duration: 0.02 } });
    await lock(hall, [seat(hall, 0)]);
    await expect.poll(() => watcher.rows.size, within).toBe(1);
    const [{ id, expiresAt }] = only(watcher);
    await expect.poll(() => watcher.gone.get(id)?.reason, patiently).toBe('timeout');
    const lateMs = watcher.gone.get(id)!.atMs - Date.parse(expiresAt);
    expect(lateMs).toBeGreaterThanOrEqual(0);
    expect(lateMs).toBeLessThan(1_000);
    const [row] = await base.admin`SELECT status FROM cart_item_locks WHERE id = ${id}`;
    expect(row?.status).toBe('active');
  });

  it('leave as closed tabs when their buyer went and did not come back', async () => {
    const { hall, watcher } = await stage({ settings: { abandon_grace_seconds: 1 } });
    const session = newSession();
    await lock(hall, [seat(hall, 0)], session);
    await expect.poll(() => watcher.rows.size, within).toBe(1);
    await abandonLocks(buyerOf(base.db, hall, session));
    await expect.poll(() => only(watcher)[0]?.leaving, within).toBe(true);
    await expect.poll(() => reasons(watcher), patiently).toEqual(['tab_closed']);
  });

  it('show what no notification tells of with the next checking', async () => {
    const { hall, watcher } = await stage();
    await lock(hall, [seat(hall, 0)]);
    await expect.poll(() => watcher.rows.size, within).toBe(1);
    await base.admin`UPDATE cart_item_locks SET checkout_at = now() WHERE event_id = ${hall.eventId}`;
    await expect.poll(() => only(watcher)[0]?.stage, patiently).toBe('checkout');
    await base.admin`UPDATE zones SET sold = 10 WHERE id = ${hall.general}`;
    const left = () =>
      watcher.deltas.at(-1)?.zones?.find(({ zoneId }) => zoneId === hall.general)?.left;
    await expect.poll(left, patiently).toBe(90);
  });

  it('are told to who comes later as they are then, and to all at the same moment', async () => {
    const { hall, watcher } = await stage();
    await lock(hall, [seat(hall, 0), seat(hall, 1)]);
    await expect.poll(() => watcher.rows.size, within).toBe(2);
    const late = await watch(hall.tenantId);
    expect([...late.rows].sort()).toEqual([...watcher.rows].sort());
    expect(late.snapshots[0]?.events).toMatchObject([
      { id: hall.eventId, name: 'Noche de prueba' },
    ]);
  });

  it('are those of their own house alone', async () => {
    const { watcher } = await stage();
    const other = await stage();
    await lock(other.hall, [seat(other.hall, 0)]);
    await expect.poll(() => other.watcher.rows.size, within).toBe(1);
    expect(watcher.deltas).toEqual([]);
  });

  it('are told at most five times a second, however fast they are made', async () => {
    const { hall, watcher } = await stage({ seats: 100 });
    const startedMs = performance.now();
    for (const index of hall.seatIds.keys()) await lock(hall, [seat(hall, index)]);
    await expect.poll(() => watcher.rows.size, within).toBe(100);
    const ticks = Math.ceil((performance.now() - startedMs) / 200) + 1;
    expect(watcher.deltas.length).toBeLessThanOrEqual(ticks);
  });

  it('are bounded: the newest are told, and how many there are in all', async () => {
    const hall = await createHall(base.admin);
    for (let n = 0; n < 5; n++) await lock(hall, [seat(hall, n)]);
    const small = new WatchHub(elsewhere.db, live, { rowsMax: 3 });
    const watcher = await watch(hall.tenantId, small);
    expect(watcher.snapshots[0]?.total).toBe(5);
    expect(
      only(watcher)
        .map((row) => row.seat)
        .sort(),
    ).toEqual(['3', '4', '5']);
    await lock(hall, [seat(hall, 7)]);
    await expect.poll(() => watcher.deltas.at(-1)?.total ?? 5, patiently).toBe(5);
    expect(watcher.rows.size).toBe(3);
    watcher.stop();
    small.close();
  });
});

describe('when the database is lost', () => {
  it('a lost line alone is made good: what was told meanwhile is read', async () => {
    const { hall, watcher } = await stage();
    const cut = await base.admin`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query ILIKE 'listen%'`;
    expect(cut.length).toBeGreaterThan(0);
    await lock(hall, [seat(hall, 0)]);
    await expect.poll(() => watcher.rows.size, patiently).toBe(1);
    await lock(hall, [seat(hall, 1)]);
    await expect.poll(() => watcher.rows.size, within).toBe(2);
    expect(watcher.events).not.toContain('away');
  });

  it('the staff is told that nothing is known, then how things stand', async () => {
    const { hall, watcher } = await stage();
    await base.admin`ALTER TABLE zones RENAME TO elsewhere`;
    await expect.poll(() => watcher.events.at(-1), patiently).toBe('away');
    await expect(Watcher.of(hub, hall.tenantId)).rejects.toMatchObject({ code: 'unavailable' });
    await base.admin`ALTER TABLE elsewhere RENAME TO zones`;
    await expect.poll(() => watcher.snapshots.length, patiently).toBe(2);
    await lock(hall, [seat(hall, 0)]);
    await expect.poll(() => watcher.rows.size, within).toBe(1);
  });
});

describe('the stream', () => {
  it('spares a slow reader what it cannot take, and makes it good with a snapshot', async () => {
    const { hall, watcher } = await stage();
    watcher.behindBytes = 300 * 1024;
    const quick = await watch(hall.tenantId);
    await lock(hall, [seat(hall, 0)]);
    await expect.poll(() => quick.rows.size, within).toBe(1);
    expect(watcher.events).toEqual(['snapshot']);
    watcher.behindBytes = 0;
    await lock(hall, [seat(hall, 1)]);
    await expect.poll(() => watcher.rows.size, within).toBe(2);
    expect(watcher.events).toEqual(['snapshot', 'snapshot']);
  });

  it('ends within half a minute for who may look no longer, and for nobody else', async () => {
    const { hall } = await stage();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      let may = true;
      const removed = await Watcher.of(hub, hall.tenantId, async () => may);
      const stays = await Watcher.of(hub, hall.tenantId);
      watching.push(removed, stays);
      vi.advanceTimersByTime(30_000);
      await expect.poll(() => removed.ended, { timeout: 300 }).toBe(false);
      may = false;
      vi.advanceTimersByTime(30_000);
      await expect.poll(() => removed.ended, within).toBe(true);
      expect(stays.ended).toBe(false);
    } finally {
      for (const watcher of watching) watcher.stop();
      vi.useRealTimers();
    }
  });
});
