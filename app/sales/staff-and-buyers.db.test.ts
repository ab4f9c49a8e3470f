import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Hall } from '@/db/testing/hall';
import type { StaffContext } from '@/lib/context';
import type { LockStatus } from '@/lib/locks/schema';
import { releaseAsStaff } from '@/lib/locks/service';
import type { Client } from './testing/client';
import { placesOf, seatOf } from './testing/endpoints';
import { lockOf } from './testing/orders';
import { Stream } from './testing/stream';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;
const open: Stream[] = [];

beforeAll(async () => {
  wire = await openWire();
});
afterEach(() => Promise.all(open.splice(0).map((stream) => stream.stop())));
afterAll(() => wire.close());

const staffOf = ({ tenantId }: Hall): StaffContext => ({
  db: wire.db,
  tenantId,
  actor: { kind: 'staff', userId: randomUUID(), name: 'Rosa', role: 'manager' },
});
async function watch(hall: Hall, buyer: Client): Promise<Stream> {
  const stream = await Stream.of(buyer, `/sales/events/${hall.eventId}/live`);
  open.push(stream);
  await expect.poll(() => stream.snapshots.length).toBe(1);
  return stream;
}
const statusOf = async (buyer: Client, hall: Hall) =>
  (await buyer.get(`/sales/cart/lock/status?tenant=${hall.slug}`)).as<LockStatus>();

describe('a buyer whose lock staff release', () => {
  it('hears within a second on the open page that the cart changed, and nobody else does', async () => {
    const hall = await wire.hall();
    const [buyer, other] = [wire.buyer(), wire.buyer()];
    await lockOf(buyer, hall, [placesOf(hall, 2)]);
    await lockOf(other, hall, [seatOf(hall, 3)]);
    const [mine, theirs] = [await watch(hall, buyer), await watch(hall, other)];
    const lockIds = (await statusOf(buyer, hall)).locks.map((lock) => lock.id);
    await releaseAsStaff(staffOf(hall), { lockIds, reason: 'Prueba' });
    await expect.poll(() => mine.cartNews, { timeout: 1_000, interval: 10 }).toBe(1);
    await expect.poll(() => theirs.deltas.length).toBeGreaterThan(0);
    expect(theirs.cartNews).toBe(0);
    expect((await statusOf(buyer, hall)).ended).toMatchObject([{ reason: 'admin' }]);
  });
});

describe('a source on a cool-down', () => {
  it('is refused with 403 and when to come again, and may still look, extend and give back', async () => {
    const hall = await wire.hall();
    const buyer = wire.buyer();
    await lockOf(buyer, hall, [seatOf(hall, 0)]);
    await wire.admin`
      INSERT INTO cool_downs (tenant_id, id, source_kind, source, until, reason, started_by)
      VALUES (${hall.tenantId}, ${randomUUID()}, 'session', ${buyer.session},
        clock_timestamp() + interval '2 minutes', 'prueba', 'Rosa')`;
    const items = [seatOf(hall, 1)];
    const answer = await buyer.post('/sales/cart/lock', { eventId: hall.eventId, items });
    expect(answer.status).toBe(403);
    expect(answer.problem.code).toBe('cooling_down');
    const seconds = Number(answer.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(110);
    expect(seconds).toBeLessThanOrEqual(120);
    expect(answer.problem).toMatchObject({ retryAfterSeconds: seconds });
    const best = await buyer.post('/sales/cart/lock/best', { eventId: hall.eventId, quantity: 2 });
    expect(best.problem.code).toBe('cooling_down');
    expect((await statusOf(buyer, hall)).locks).toHaveLength(1);
    expect((await buyer.put(`/sales/cart/lock/extend?tenant=${hall.slug}`, {})).status).toBe(200);
    expect((await buyer.delete(`/sales/cart/lock?tenant=${hall.slug}`)).status).toBe(200);
  });

  it('is known by its network too, which is kept as a hash only', async () => {
    const hall = await wire.hall();
    const from = { 'x-forwarded-for': '203.0.113.7', 'user-agent': 'curl/8.5.0' };
    const body = (at: number) => ({ eventId: hall.eventId, items: [seatOf(hall, at)] });
    const lock = (at: number) => wire.buyer().post('/sales/cart/lock', body(at), { headers: from });
    expect((await lock(0)).status).toBe(201);
    const [row] = await wire.admin`
      SELECT address_hash AS hash, device FROM cart_item_locks WHERE tenant_id = ${hall.tenantId}`;
    expect(row).toMatchObject({ hash: expect.stringMatching(/^[\w-]{22}$/), device: 'program' });
    await wire.admin`
      INSERT INTO cool_downs (tenant_id, id, source_kind, source, until, reason, started_by)
      VALUES (${hall.tenantId}, ${randomUUID()}, 'address', ${row?.hash},
        clock_timestamp() + interval '2 minutes', 'prueba', 'Rosa')`;
    expect((await lock(1)).problem.code).toBe('cooling_down');
    const elsewhere = await wire.buyer().post('/sales/cart/lock', body(1), {
      headers: { ...from, 'x-forwarded-for': '203.0.113.7, 198.51.100.2' },
    });
    expect(elsewhere.status).toBe(201);
  });
});
