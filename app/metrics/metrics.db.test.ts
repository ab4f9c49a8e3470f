import { afterAll, beforeAll, expect, test } from 'vitest';
import { placesOf, seatOf } from '@/app/sales/testing/endpoints';
import { lockOf, openOrder } from '@/app/sales/testing/orders';
import { Stream } from '@/app/sales/testing/stream';
import { openWire, type Wire } from '@/app/sales/testing/wire';
import type { LockStatus } from '@/lib/locks/schema';
import { cleanupExpiredLocks } from '@/lib/locks/service';
import { setDeliverer } from '@/lib/outbox/service';
import { GET } from './route';

let wire: Wire;

beforeAll(async () => {
  wire = await openWire();
});
afterAll(() => wire.close());

/** The value of one line of the answer, such as `butaca_live_viewers`; 0 while it is not there. */
async function figure(name: string): Promise<number> {
  const lines = (await (await GET()).text()).split('\n');
  return Number(
    lines
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')
      .at(-1) ?? 0,
  );
}

test('the engine’s figures tell what it did: claims, conflicts, takeovers, expiries, lag', async () => {
  const hall = await wire.hall({ settings: { cart_lock_duration: 0.01 } });
  const [ana, bea] = [wire.buyer(), wire.buyer()];
  const stream = await Stream.of(ana, `/sales/events/${hall.eventId}/live`);
  await expect.poll(() => stream.snapshots.length).toBe(1);
  await lockOf(ana, hall, [seatOf(hall, 0), seatOf(hall, 1)]);
  const refused = await bea.post('/sales/cart/lock', {
    eventId: hall.eventId,
    items: [seatOf(hall, 0), placesOf(hall, 900)],
  });
  expect(refused.status).toBe(409);
  await expect.poll(() => stream.deltas.length).toBeGreaterThan(0);
  expect(await figure('butaca_lock_claims_total{outcome="locked"}')).toBe(1);
  expect(await figure('butaca_lock_conflicts_total{reason="locked"}')).toBe(1);
  expect(await figure('butaca_lock_conflicts_total{reason="capacity"}')).toBe(1);
  expect(await figure('butaca_lock_claim_seconds_count')).toBe(2);
  expect(await figure('butaca_live_viewers')).toBe(1);
  expect(await figure('butaca_live_lag_seconds_count')).toBeGreaterThan(0);
  expect(await figure('butaca_live_lag_seconds_sum')).toBeLessThan(5);

  const path = `/sales/cart/lock/status?tenant=${hall.slug}`;
  await expect.poll(async () => (await ana.get(path)).as<LockStatus>().locks.length).toBe(0);
  await lockOf(bea, hall, [seatOf(hall, 0)]);
  expect(await figure('butaca_lock_takeovers_total')).toBe(1);
  const { expired } = await cleanupExpiredLocks(wire.db);
  expect(expired).toBeGreaterThan(0);
  expect(await figure('butaca_locks_expired_total{reason="timeout"}')).toBe(expired);
  await stream.stop();
});

test('an event that is not delivered shows its age', async () => {
  setDeliverer(null);
  expect(await figure('butaca_outbox_oldest_seconds')).toBe(0);
  const { hall } = await openOrder(wire, (h) => [seatOf(h, 0)]);
  await wire.admin`
    INSERT INTO outbox (tenant_id, id, name, data, created_at)
    VALUES (${hall.tenantId}, gen_random_uuid(), 'order/paid', '{}', now() - interval '90 seconds')`;
  expect(await figure('butaca_outbox_oldest_seconds')).toBeGreaterThan(89);
});
