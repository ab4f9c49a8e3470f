import { describe, expect, it } from 'vitest';
import { createHall } from '@/db/testing/hall';
import { abandonLocks, extendLocks, releaseLocks } from '@/lib/locks/service';
import { buyerOf, newSession } from '@/lib/locks/testing/buyers';
import { sessionName } from '../locks/session-name';
import { WatchHub } from './hub';
import type { LockRow } from './schema';
import { patiently, seat, WatchStage, within } from './testing/stage';
import type { Watcher } from './testing/watcher';

const stage = new WatchStage();

const only = (watcher: Watcher) => [...watcher.rows.values()] as [LockRow];
const reasons = (watcher: Watcher) => [...watcher.gone.values()].map(({ reason }) => reason);

describe('the live locks that the staff sees', () => {
  it('are told within a second as they are made, extended and given back in another process', async () => {
    const { hall, watcher } = await stage.house();
    expect(watcher.snapshots[0]).toMatchObject({ rows: [], total: 0, lastEndedAt: null });
    const session = newSession();
    await stage.lock(hall, [seat(hall, 0), { zoneId: hall.general, quantity: 3 }], session);
    await expect.poll(() => watcher.rows.size, within).toBe(2);
    const bySeat = new Map([...watcher.rows.values()].map((row) => [row.seat, row]));
    const common = { session: sessionName(session), eventId: hall.eventId, stage: 'cart' };
    expect(bySeat.get('1')).toMatchObject({ ...common, row: '1', quantity: 1, value: 4500 });
    expect(bySeat.get(null)).toMatchObject({ ...common, zoneName: 'De pie', value: 6000 });
    expect(watcher.text).not.toContain(session);

    await extendLocks(buyerOf(stage.base.db, hall, session), {});
    const extended = () => only(watcher).map(({ extensions }) => extensions);
    await expect.poll(extended, within).toEqual([1, 1]);
    await releaseLocks(buyerOf(stage.base.db, hall, session), {
      items: [{ zoneId: hall.general, quantity: 1 }],
    });
    await expect.poll(() => watcher.rows.get(bySeat.get(null)!.id)?.value, within).toBe(4000);
    await releaseLocks(buyerOf(stage.base.db, hall, session), {});
    await expect.poll(() => reasons(watcher), within).toEqual(['buyer', 'buyer']);
    expect(watcher.rows.size).toBe(0);
  });

  it('leave within a second when their time runs out, with no sweep at all', async () => {
    const { hall, watcher } = await stage.house({ settings: { cart_lock_duration: 0.02 } });
    await stage.lock(hall, [seat(hall, 0)]);
    await expect.poll(() => watcher.rows.size, within).toBe(1);
    const [{ id, expiresAt }] = only(watcher);
    await expect.poll(() => watcher.gone.get(id)?.reason, patiently).toBe('timeout');
    const lateMs = watcher.gone.get(id)!.atMs - Date.parse(expiresAt);
    expect(lateMs).toBeGreaterThanOrEqual(0);
    expect(lateMs).toBeLessThan(1_000);
    const [row] = await stage.base.admin`SELECT status FROM cart_item_locks WHERE id = ${id}`;
    expect(row?.status).toBe('active');
  });

  it('leave as closed tabs when their buyer went and did not come back', async () => {
    const { hall, watcher } = await stage.house({ settings: { abandon_grace_seconds: 1 } });
    const session = newSession();
    await stage.lock(hall, [seat(hall, 0)], session);
    await expect.poll(() => watcher.rows.size, within).toBe(1);
    await abandonLocks(buyerOf(stage.base.db, hall, session));
    await expect.poll(() => only(watcher)[0]?.leaving, within).toBe(true);
    await expect.poll(() => reasons(watcher), patiently).toEqual(['tab_closed']);
  });

  it('show what no notification tells of with the next checking', async () => {
    const { hall, watcher } = await stage.house();
    await stage.lock(hall, [seat(hall, 0)]);
    await expect.poll(() => watcher.rows.size, within).toBe(1);
    await stage.base
      .admin`UPDATE cart_item_locks SET checkout_at = now() WHERE event_id = ${hall.eventId}`;
    await expect.poll(() => only(watcher)[0]?.stage, patiently).toBe('checkout');
    await stage.base.admin`UPDATE zones SET sold = 10 WHERE id = ${hall.general}`;
    const left = () =>
      watcher.deltas.at(-1)?.zones?.find(({ zoneId }) => zoneId === hall.general)?.left;
    await expect.poll(left, patiently).toBe(90);
  });

  it('are told to who comes later as they are then, and to all at the same moment', async () => {
    const { hall, watcher } = await stage.house();
    await stage.lock(hall, [seat(hall, 0), seat(hall, 1)]);
    await expect.poll(() => watcher.rows.size, within).toBe(2);
    const late = await stage.watch(hall.tenantId);
    expect([...late.rows].sort()).toEqual([...watcher.rows].sort());
    expect(late.snapshots[0]?.events).toMatchObject([
      { id: hall.eventId, name: 'Noche de prueba' },
    ]);
  });

  it('are those of their own house alone', async () => {
    const { watcher } = await stage.house();
    const other = await stage.house();
    await stage.lock(other.hall, [seat(other.hall, 0)]);
    await expect.poll(() => other.watcher.rows.size, within).toBe(1);
    expect(watcher.deltas).toEqual([]);
  });

  it('are told at most five times a second, however fast they are made', async () => {
    const { hall, watcher } = await stage.house({ seats: 100 });
    const startedMs = performance.now();
    for (const index of hall.seatIds.keys()) await stage.lock(hall, [seat(hall, index)]);
    await expect.poll(() => watcher.rows.size, within).toBe(100);
    const ticks = Math.ceil((performance.now() - startedMs) / 200) + 1;
    expect(watcher.deltas.length).toBeLessThanOrEqual(ticks);
  });

  it('are bounded: the newest are told, and how many there are in all', async () => {
    const hall = await createHall(stage.base.admin);
    for (let n = 0; n < 5; n++) await stage.lock(hall, [seat(hall, n)]);
    const small = new WatchHub(stage.elsewhere.db, stage.live, { rowsMax: 3 });
    const watcher = await stage.watch(hall.tenantId, small);
    expect(watcher.snapshots[0]?.total).toBe(5);
    expect(
      only(watcher)
        .map((row) => row.seat)
        .sort(),
    ).toEqual(['3', '4', '5']);
    await stage.lock(hall, [seat(hall, 7)]);
    await expect.poll(() => watcher.deltas.at(-1)?.total ?? 5, patiently).toBe(5);
    expect(watcher.rows.size).toBe(3);
    watcher.stop();
    small.close();
  });
});
