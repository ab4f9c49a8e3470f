import type { Context } from '@/lib/context';
import { asksCarts } from './cart-rows';
import { byReason, countRows, lossBy } from './queries';
import {
  type ByOutcome,
  type Dimension,
  type Outcome,
  outcomes,
  type RowsCount,
  type RowsFilter,
} from './schema';

/** What a dimension is called in a filter. */
const nameOf = {
  stage: 'stage',
  zone: 'zoneId',
  price: 'price',
  hour: 'hour',
  device: 'device',
  extensions: 'extensions',
} as const satisfies Record<Dimension, keyof RowsFilter>;

/**
 * How many locks stand behind a filter. What is counted by day already is read there, whatever the
 * period; only several dimensions at once, a seat or whole carts are counted row by row.
 */
export async function rowsCount(ctx: Context, filter: RowsFilter): Promise<RowsCount> {
  const { from, to, eventId, outcome, seatId } = filter;
  const used = (Object.keys(nameOf) as Dimension[]).filter(
    (of) => filter[nameOf[of]] !== undefined,
  );
  if (asksCarts(filter) || seatId !== undefined || used.length > 1)
    return await countRows(ctx, filter);
  const period = { from, to, eventId };
  const [of] = used;
  if (!of) return sumOf(await byReason(ctx, period), outcome);
  const key = String(filter[nameOf[of]]);
  return sumOf(
    (await lossBy(ctx, period, of)).find((row) => row.key === key),
    outcome,
  );
}

function sumOf(row: ByOutcome | undefined, outcome: Outcome | 'lost' | undefined): RowsCount {
  const wanted = (of: Outcome) =>
    outcome === 'lost' ? of !== 'sale' && of !== 'open' : outcome === undefined || of === outcome;
  const sums = row ? outcomes.filter(wanted).map((of) => row[of]) : [];
  const total = (measure: 'locks' | 'units' | 'value') =>
    sums.reduce((sum, each) => sum + each[measure], 0);
  return { locks: total('locks'), units: total('units'), value: total('value'), carts: null };
}
