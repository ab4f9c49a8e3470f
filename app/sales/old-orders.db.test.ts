import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkInvariants } from '@/db/invariants/check';
import { moveAll } from '@/db/invariants/history-breakages';
import { placesOf, seatOf } from './testing/endpoints';
import { books, decide, lockOf, openOrder, orderNow, webhook } from './testing/orders';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;

beforeAll(async () => {
  wire = await openWire();
});
afterEach(async () => expect(await checkInvariants(wire.admin)).toEqual([]));
afterAll(() => wire.close());

/** As if the buyer had been away for a month: the locks ran out and lie in the history. */
async function monthLater(orderId: string): Promise<void> {
  await wire.admin`
    UPDATE cart_item_locks SET status = 'expired', end_reason = 'timeout', ended_at = clock_timestamp()
    WHERE status = 'active' AND id IN (SELECT lock_id FROM order_locks WHERE order_id = ${orderId})`;
  await wire.admin.begin((tx) => tx.unsafe(moveAll));
}

const captured = (order: { orderId: string; total: { amount: number } }) => ({
  orderId: order.orderId,
  outcome: 'captured',
  reference: `late ${order.orderId}`,
  amountMinor: order.total.amount,
});

describe('an order whose locks lie in the history', () => {
  it('still says what it was opened for', async () => {
    const { buyer, order } = await openOrder(wire, (h) => [seatOf(h, 0), placesOf(h, 2)]);
    const before = await orderNow(buyer, order);
    await monthLater(order.orderId);
    expect(before.items).toHaveLength(2);
    expect(await orderNow(buyer, order)).toEqual(before);
  });

  it('is sold whole when its money comes after all', async () => {
    const { buyer, order } = await openOrder(wire, (h) => [seatOf(h, 1), placesOf(h, 2)]);
    await monthLater(order.orderId);
    expect((await webhook(buyer, captured(order))).status).toBe(200);
    expect(await books(wire.admin, order.orderId)).toMatchObject({
      payments: ['captured'],
      tickets: 3,
    });
  });

  it('is paid back whole when one of its seats has gone to somebody else', async () => {
    const { hall, buyer, order } = await openOrder(wire, (h) => [seatOf(h, 2), placesOf(h, 2)]);
    await monthLater(order.orderId);
    await lockOf(wire.buyer(), hall, [seatOf(hall, 2)]);
    expect((await webhook(buyer, captured(order))).status).toBe(200);
    expect(await books(wire.admin, order.orderId)).toMatchObject({
      payments: ['refund_started'],
      tickets: 0,
    });
  });

  it('that was paid keeps its tickets', async () => {
    const { buyer, order } = await openOrder(wire, (h) => [seatOf(h, 3)]);
    expect((await decide(buyer, order, 'approve')).status).toBe(200);
    const before = await orderNow(buyer, order);
    await wire.admin.begin((tx) => tx.unsafe(moveAll));
    expect(await orderNow(buyer, order)).toEqual(before);
  });
});
