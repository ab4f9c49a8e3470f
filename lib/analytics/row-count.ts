import type { Context } from '@/lib/context';
import { asksCarts } from './cart-rows';
import { type CartSums, cartSums } from './carts';
import { inTime } from './in-time';
import { byReason, countRows, lossBy } from './queries';
import {
  type ByOutcome,
  type CartKind,
  type Dimension,
  type Outcome,
  outcomes,
  type RowsCount,
  type RowsFilter,
} from './schema';

const cartCount: Record<CartKind, (day: CartSums) => number> = {
  locked: ({ carts }) => carts,
  checkout: ({ checkout }) => checkout,
  paying: ({ paying }) => paying,
  sold: ({ sold }) => sold,
  open: ({ open }) => open,
  lost: ({ carts, sold, open }) => carts - sold - open,
  back: ({ back }) => back,
  backSold: ({ backSold }) => backSold,
};

/** What a dimension is called in a filter. */
const nameOf = {
  stage: 'stage',
  zone: 'zoneId',
  price: 'price',
  hour: 'hour',
  device: 'device',
  extensions: 'extensions',
} as const satisfies Record<Dimension, keyof RowsFilter>;

/** What nobody waits for: beyond it the page says that there are too many to be counted. */
const countMsMax = 250;
const unknown: RowsCount = { locks: null, units: null, value: null, carts: null };

/**
 * How many locks stand behind a filter. What is counted by day already is read there, whatever the
 * period; several conditions at once, a seat, or carts with a condition are counted one by one, as
 * long as that takes no more than `msMax`. What is null was not counted.
 */
export async function rowsCount(
  ctx: Context,
  filter: RowsFilter,
  msMax = countMsMax,
): Promise<RowsCount> {
  const { from, to, eventId, outcome, seatId } = filter;
  const used = (Object.keys(nameOf) as Dimension[]).filter(
    (of) => filter[nameOf[of]] !== undefined,
  );
  const carts = asksCarts(filter);
  const conditions = used.length + (carts && outcome ? 1 : 0);
  if (seatId !== undefined || conditions > (carts ? 0 : 1)) {
    return (await inTime(ctx, msMax, (inside) => countRows(inside, filter))) ?? unknown;
  }
  if (carts) return { ...unknown, carts: await countCarts(ctx, filter) };
  const period = { from, to, eventId };
  const [of] = used;
  if (!of) return sumOf(await byReason(ctx, period), outcome);
  const key = String(filter[nameOf[of]]);
  return sumOf(
    (await lossBy(ctx, period, of)).find((row) => row.key === key),
    outcome,
  );
}

async function countCarts(ctx: Context, filter: RowsFilter): Promise<number> {
  const { cart = 'sold', within } = filter;
  const days = await cartSums(ctx, filter);
  const of = (day: CartSums) =>
    within === undefined ? cartCount[cart](day) : day.soldWithin[within];
  return days.reduce((sum, day) => sum + (of(day) ?? 0), 0);
}

function sumOf(row: ByOutcome | undefined, outcome: Outcome | 'lost' | undefined): RowsCount {
  const wanted = (of: Outcome) =>
    outcome === 'lost' ? of !== 'sale' && of !== 'open' : outcome === undefined || of === outcome;
  const sums = row ? outcomes.filter(wanted).map((of) => row[of]) : [];
  const total = (measure: 'locks' | 'units' | 'value') =>
    sums.reduce((sum, each) => sum + each[measure], 0);
  return { locks: total('locks'), units: total('units'), value: total('value'), carts: null };
}
