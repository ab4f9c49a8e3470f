import { one } from '@/lib/http/search-params';
import type { Filter } from './schema';

type Query = Record<string, string | string[] | undefined>;

/** What is shown otherwise than the address asks for. */
export type Amended = { days: boolean; event: boolean };

/** An address that was typed or is old still opens; the page says what it shows in its place. */
export function amended(query: Query, shown: Filter): Amended {
  const differs = (asked: string | string[] | undefined, is: string | undefined) =>
    Boolean(one(asked)) && one(asked) !== is;
  return {
    days: differs(query.from, shown.from) || differs(query.to, shown.to),
    event: differs(query.event, shown.eventId),
  };
}
