import type postgres from 'postgres';
import { Calendar, extensionsOf, leftCart, leftMsMax } from './abandoned';
import type { Attendance, Party } from './attendance';
import { type Cell, insertRows } from './bulk';
import {
  after,
  type Cart,
  cartOf,
  type Ending,
  holdMs,
  lockColumns,
  lockRows,
  minuteMs,
  type StagedEvent,
} from './claims';
import { moments } from './hours';
import { type Buyer, type OrderRows, orderTables, paidOrder } from './orders';
import { person } from './people';
import { addViews, viewColumns } from './views';
import { visitor } from './visitors';

/** When subscribers choose, before a sale has opened to everyone. */
const presaleMs = 6 * 24 * 60 * minuteMs;
/** Carts that bought nothing, for each that did. */
const leftPerSold = 1.2;
/** Of those who bought, how many had lost a cart before, at most so long before. */
const returnedShare = 0.12;
const returnedMsMax = 10 * 60 * minuteMs;
/** Of those who left, how many came back and left again. */
const againShare = 0.07;
/** However large the house: what was left is looked at, not sold. */
const leftMost = 4_500;
/** The first order is paid so long after the opening; the last one half an hour ago. */
const firstMs = 13 * minuteMs;
const restMs = 30 * minuteMs;

function buyerOf(random: () => number): Buyer {
  return { ...person(random), userId: null, locale: random() < 0.9 ? 'es' : 'en' };
}

/** Rows of every table that trading fills. */
export type TradeRows = { locks: Cell[][]; views: Cell[][]; orders: OrderRows };

export function noTrade(): TradeRows {
  const orders = { orders: [], order_locks: [], order_items: [], payments: [], tickets: [] };
  return { locks: [], views: [], orders };
}

type Circumstances = {
  now: Date;
  random: () => number;
  /** The buyers of the first orders; all others are made up. */
  regulars: Buyer[];
  timeZone: string;
  /** Of the house's clocks, ahead of UTC. */
  aheadMs: number;
};

/**
 * Adds to `rows` what people did with an event: orders paid, carts left, and carts open at `now`,
 * which end by themselves within 15 minutes.
 */
export function addTrade(
  rows: TradeRows,
  event: StagedEvent,
  { sold, held, gone }: Attendance,
  circumstances: Circumstances,
): void {
  const { now, random, regulars, aheadMs } = circumstances;
  const opened = event.saleStartsAt < now ? event.saleStartsAt : after(now, -presaleMs);
  const paying = moments(after(opened, firstMs), after(now, -restMs), aheadMs, random);
  const calendar = new Calendar();
  const begun: Cart[] = [];
  const write = (cart: Cart, ending: Ending, userId: string | null = null) => {
    begun.push(cart);
    rows.locks.push(...lockRows(event, cart, ending, userId));
  };
  const leave = (party: Party, at: Date, session?: string) => {
    if (at < opened || after(at, leftMsMax) >= now) return null;
    if (!calendar.isFree(party, at, leftMsMax)) return null;
    const { cart, ending } = leftCart(event, party, at, random, session);
    calendar.take(party, at, after(at, leftMsMax));
    write(cart, ending);
    return cart;
  };
  for (const [i, party] of sold.entries()) {
    const paidAt = paying();
    const cart = soldCart(event, party, { opened, paidAt }, random);
    calendar.take(party, cart.lockedAt, now);
    const buyer = regulars[i] ?? buyerOf(random);
    write(cart, { status: 'converted', reason: 'sale', at: paidAt }, buyer.userId);
    const order = paidOrder(event, cart, buyer, paidAt);
    for (const [table, added] of entries(order)) rows.orders[table].push(...added);
    if (random() < returnedShare) {
      const before = leftMsMax + random() * returnedMsMax;
      leave(party, after(cart.lockedAt, -before), cart.sessionKey);
    }
  }
  const leaving = moments(opened, after(now, -leftMsMax), aheadMs, random);
  // What nobody bought was looked at more often than what somebody did.
  const pools = [gone, gone, sold].filter((pool) => pool.length > 0);
  const left = pools.length === 0 ? 0 : Math.min(leftMost, Math.round(sold.length * leftPerSold));
  for (let i = 0; i < left; i += 1) {
    const pool = pools[i % pools.length]!;
    const cart = leave(chosen(pool, random), leaving());
    if (cart && random() < againShare) {
      const again = after(cart.lockedAt, leftMsMax + random() * returnedMsMax);
      leave(chosen(pool, random), again, cart.sessionKey);
    }
  }
  for (const party of held) {
    const lockedAt = after(now, -random() * 5 * minuteMs);
    write(cartOf(event, party, lockedAt, visitor(random)), { status: 'active' });
  }
  addViews(rows.views, event, begun, circumstances);
}

/** Some places are looked at far more often than others. */
const chosen = (pool: Party[], random: () => number) =>
  pool[Math.floor(random() ** 1.5 * pool.length)]!;

/** Bought in the time that its extensions gave it, through the checkout and the payment. */
function soldCart(
  event: StagedEvent,
  party: Party,
  { opened, paidAt }: { opened: Date; paidAt: Date },
  random: () => number,
): Cart {
  const hasTime = after(opened, leftMsMax) < paidAt;
  const extensions = hasTime ? extensionsOf(random) : 0;
  const spent = (1.5 + random() ** 1.6 * 11.5) * minuteMs + extensions * holdMs * random();
  const cart = cartOf(event, party, after(paidAt, -spent), visitor(random));
  cart.extensions = extensions;
  cart.payingAt = after(paidAt, -Math.min(spent / 3, minuteMs));
  cart.checkoutAt = after(cart.lockedAt, spent / 2);
  return cart;
}

function entries(rows: OrderRows): [keyof OrderRows, Cell[][]][] {
  return Object.entries(rows) as [keyof OrderRows, Cell[][]][];
}

/** Locks first, then what points at them. */
export async function writeTrade(tx: postgres.TransactionSql, rows: TradeRows): Promise<void> {
  await insertRows(tx, 'cart_item_locks', lockColumns, rows.locks);
  await insertRows(tx, 'view_days', viewColumns, rows.views);
  for (const [table, added] of entries(rows.orders)) {
    await insertRows(tx, table, orderTables[table], added);
  }
}
