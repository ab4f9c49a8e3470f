import { one } from '@/lib/http/search-params';
import type { RowsQuery } from './address';
import { readPeriod } from './periods';
import { type RowsFilter, rowsFilterSchema } from './schema';

type Query = Record<string, string | string[] | undefined>;

/** Names in an address, and what the filter calls them. */
const names = {
  event: 'eventId',
  outcome: 'outcome',
  stage: 'stage',
  zone: 'zoneId',
  price: 'price',
  hour: 'hour',
  device: 'device',
  extensions: 'extensions',
  seat: 'seatId',
  cart: 'cart',
  within: 'within',
  cursor: 'cursor',
  toward: 'toward',
} as const;

/** An address's parameters by the filter's names; empty ones count as not set. */
export function rowsInput(query: Query): Record<string, string> {
  const given = Object.entries(names).flatMap(([name, field]) => {
    const value = one(query[name]);
    return value ? [[field, value]] : [];
  });
  return Object.fromEntries(given);
}

/**
 * The filter that a page's address asks for. A person may have typed it: what cannot be is left
 * out, and the rest holds.
 */
export function readRowsFilter(query: Query, today: string): RowsFilter {
  const period = readPeriod({ from: one(query.from), to: one(query.to) }, today);
  const asked: Record<string, string> = { ...rowsInput(query), ...period };
  const parsed = rowsFilterSchema.safeParse(asked);
  if (parsed.success) return parsed.data;
  for (const { path } of parsed.error.issues) delete asked[String(path[0])];
  return rowsFilterSchema.parse({ ...asked, ...period });
}

/** A filter as an address's parameters again, without its page. */
export function queryOf(filter: RowsFilter): RowsQuery {
  const { zoneId, seatId, cursor: _, toward: __, ...rest } = filter;
  return { ...rest, zone: zoneId, seat: seatId };
}
