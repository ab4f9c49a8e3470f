import type postgres from 'postgres';
import type { Attendance } from './attendance';
import { type Cell, insertRows } from './bulk';
import {
  after,
  cartOf,
  type Ending,
  holdMs,
  lockColumns,
  lockRows,
  minuteMs,
  type StagedEvent,
} from './claims';
import { type Buyer, type OrderRows, orderTables, paidOrder } from './orders';
import { person } from './people';

/** When subscribers choose, before a sale has opened to everyone. */
const presaleMs = 6 * 24 * 60 * minuteMs;

function buyerOf(random: () => number): Buyer {
  return { ...person(random), userId: null, locale: random() < 0.9 ? 'es' : 'en' };
}

/** Between the opening of the sale and half an hour ago; most of them soon after the opening. */
function paymentTime(opened: Date, now: Date, random: () => number): Date {
  const [from, to] = [opened.getTime() + 30 * minuteMs, now.getTime() - 30 * minuteMs];
  return new Date(from + (to - from) * random() ** 2);
}

/** How a cart that bought nothing came to its end. */
function goneEnding(lockedAt: Date, random: () => number): Ending {
  const share = random();
  if (share < 0.6) {
    return { status: 'expired', reason: 'timeout', at: after(lockedAt, holdMs + 1) };
  }
  const at = after(lockedAt, (1 + random() * 12) * minuteMs);
  return { status: 'released', reason: share < 0.85 ? 'tab_closed' : 'buyer', at };
}

/** Rows of every table that trading fills. */
export type TradeRows = { locks: Cell[][]; orders: OrderRows };

export function noTrade(): TradeRows {
  const orders = { orders: [], order_locks: [], order_items: [], payments: [], tickets: [] };
  return { locks: [], orders };
}

/**
 * Adds to `rows` what people did with an event: orders paid, carts left, and carts open at `now`,
 * which end by themselves within 15 minutes.
 * @param regulars the buyers of the first orders; all others are made up.
 */
export function addTrade(
  rows: TradeRows,
  event: StagedEvent,
  { sold, held, gone }: Attendance,
  { now, random, regulars }: { now: Date; random: () => number; regulars: Buyer[] },
): void {
  const opened = event.saleStartsAt < now ? event.saleStartsAt : after(now, -presaleMs);
  for (const [i, party] of sold.entries()) {
    const paidAt = paymentTime(opened, now, random);
    const cart = cartOf(event, party, after(paidAt, -(2 + random() * 11) * minuteMs));
    const buyer = regulars[i] ?? buyerOf(random);
    const ending: Ending = { status: 'converted', reason: 'sale', at: paidAt };
    rows.locks.push(...lockRows(event, cart, ending, buyer.userId));
    const order = paidOrder(event, cart, buyer, paidAt);
    for (const [table, added] of entries(order)) rows.orders[table].push(...added);
  }
  for (const party of gone) {
    const lockedAt = paymentTime(opened, now, random);
    rows.locks.push(
      ...lockRows(event, cartOf(event, party, lockedAt), goneEnding(lockedAt, random)),
    );
  }
  for (const party of held) {
    const lockedAt = after(now, -random() * 5 * minuteMs);
    rows.locks.push(...lockRows(event, cartOf(event, party, lockedAt), { status: 'active' }));
  }
}

function entries(rows: OrderRows): [keyof OrderRows, Cell[][]][] {
  return Object.entries(rows) as [keyof OrderRows, Cell[][]][];
}

/** Locks first, then what points at them. */
export async function writeTrade(tx: postgres.TransactionSql, rows: TradeRows): Promise<void> {
  await insertRows(tx, 'cart_item_locks', lockColumns, rows.locks);
  for (const [table, added] of entries(rows.orders)) {
    await insertRows(tx, table, orderTables[table], added);
  }
}
