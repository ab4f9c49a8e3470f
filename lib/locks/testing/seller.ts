/** Sells the hall that it is given, order by order, as a process of its own, until it is killed. */
import { connect } from '@/db/client';
import type { Hall } from '@/db/testing/hall';
import { checkout, takePaymentEvent } from '@/lib/orders/service';
import { LockEngine } from '../engine';
import { buyerOf, claimOf } from './buyers';

const { url, hall } = JSON.parse(process.env.SALE as string) as { url: string; hall: Hall };
const { db } = connect(url, { max: 8 });
const engine = new LockEngine(db);
const seats = [...hall.seatIds];

async function sellSeats(): Promise<void> {
  for (let seatId = seats.pop(); seatId !== undefined; seatId = seats.pop()) {
    const ctx = buyerOf(db, hall);
    const items = [
      { zoneId: hall.numbered, seatId },
      { zoneId: hall.general, quantity: 2 },
    ];
    await engine.claim(hall.tenantId, hall.eventId, claimOf(items, ctx.actor.sessionKey, 'any'));
    const order = await checkout(ctx, { email: 'ana@example.org', name: 'Ana' });
    await takePaymentEvent(ctx, 'sandbox', {
      orderId: order.orderId,
      outcome: 'captured',
      reference: order.orderId,
      amountMinor: order.total.amount,
    });
    process.stdout.write(`${order.orderId}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, sellSeats));
