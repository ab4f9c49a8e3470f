import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import type { Outcome, RowsFilter } from './schema';

/** A counted day with locks that may match, and how many it has in all. */
export type RowDay = { day: string; locks: number; matches: number };

const endings = ['sale', 'timeout', 'buyer', 'tab_closed', 'admin'] as const;

/** The columns of a day table that count the outcomes asked for; null: what is open is in none. */
function countOf(outcome: RowsFilter['outcome']): SQL | null {
  const wanted = (ending: Outcome) => !outcome || outcome === ending;
  const of = endings.filter((e) => (outcome === 'lost' ? e !== 'sale' : wanted(e)));
  if (of.length === 0) return null;
  return sql.raw(of.map((ending) => `${ending}_locks`).join(' + '));
}

/** What of the filter the day tables know: dimension and key. */
function keysOf(filter: RowsFilter): [dimension: string, key: string][] {
  const { stage, zoneId, price, hour, device, extensions } = filter;
  const keys = { stage, zone: zoneId, price, hour, device, extensions };
  return Object.entries(keys).flatMap(([dimension, key]): [string, string][] =>
    key === undefined ? [] : [[dimension, String(key)]],
  );
}

/**
 * The counted days of the period on which locks were made that may match: a year is not searched for
 * what it has on three days. Of several conditions the rarest decides. Oldest first.
 */
export async function readRowDays(ctx: Context, filter: RowsFilter): Promise<RowDay[]> {
  const matches = countOf(filter.outcome);
  if (!matches) return [];
  const { db, tenantId } = ctx;
  const { eventId, zoneId, from, to } = filter;
  // A zone is an event's own.
  const event = eventId
    ? sql`= ${eventId}`
    : zoneId !== undefined &&
      sql`= (SELECT event_id FROM zones WHERE tenant_id = ${tenantId} AND id = ${zoneId})`;
  const days = event ? sql`lock_days` : sql`house_days`;
  const of = (dimension: string, key: string) => sql`FROM ${days} d
    WHERE d.tenant_id = ${tenantId} AND d.dimension = ${dimension} AND d.key = ${key}
      ${event ? sql`AND d.event_id ${event}` : sql``}
      AND d.day BETWEEN ${from}::date - 1 AND ${to}::date + 1 ${beyondCursor(filter, sql`d.day`)}`;
  const counts = [['all', ''] as [string, string], ...keysOf(filter)].map(
    ([dimension, key]) => sql`SELECT d.day, ${matches} AS matches ${of(dimension, key)}`,
  );
  return await db.execute<RowDay>(sql`
    SELECT a.day::text, a.locks::int AS locks, m.matches::int AS matches
    FROM (SELECT d.day, ${countOf(undefined)} AS locks ${of('all', '')}) AS a
    JOIN (
      SELECT day, min(matches) AS matches FROM (${sql.join(counts, sql` UNION ALL `)}) AS c
      GROUP BY day HAVING count(*) = ${counts.length}
    ) AS m ON m.day = a.day
    WHERE m.matches > 0 ORDER BY a.day`);
}

/** On this side of the cursor. */
export function beyondCursor({ cursor, toward }: RowsFilter, day: SQL): SQL {
  if (!cursor) return sql``;
  const at = new Date(Number(cursor.split('.')[0]) / 1_000).toISOString().slice(0, 10);
  return toward === 'newer'
    ? sql`AND ${day} >= ${at}::date - 1`
    : sql`AND ${day} <= ${at}::date + 1`;
}

/** Days to search at a time, both inclusive. */
export type Span = { from: string; to: string; locks: number };

const shifted = (day: string, by: number) =>
  new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);

/**
 * Parts days into spans that are searched one after another, newest first: each is expected to have
 * `most` matches, or is as long as `locksMax` allows. In days of UTC, and so a day more on either side:
 * a day of the organizer's clock, whichever it was when the day was counted, lies within. None overlap.
 */
export function spansOf(days: RowDay[], most: number, locksMax: number): Span[] {
  const spans: Span[] = [];
  let open: (Span & { matches: number }) | null = null;
  for (const { day, locks, matches } of [...days].reverse()) {
    const reaches: boolean = open !== null && day >= shifted(open.from, -1);
    const full: boolean = open !== null && (open.matches >= most || open.locks + locks > locksMax);
    if (open && reaches && !full) {
      open.from = shifted(day, -1);
      open.locks += locks;
      open.matches += matches;
      continue;
    }
    const last: Span | undefined = spans.at(-1);
    const to = shifted(day, 1);
    const ceiling = last && shifted(last.from, -1);
    open = { from: shifted(day, -1), to: ceiling && ceiling < to ? ceiling : to, locks, matches };
    spans.push(open);
  }
  return spans.filter(({ from, to }) => from <= to);
}
