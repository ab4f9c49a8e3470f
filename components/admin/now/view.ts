import type { WatchedEvent, ZoneLeft } from '@/lib/watch/schema';
import { type Filter, matcher, type Sort, sortRows } from './criteria';
import { type Figures, figuresOf } from './figures';
import { groupLines, type Line, lockLine } from './lines';
import { type Ghost, plain, type Row } from './row';
import type { Searched } from './search';

/** How the locks are looked at. */
export type Look = {
  filter: Filter;
  sort: Sort;
  grouped: boolean;
  /** Sessions whose group is folded. */
  closed: ReadonlySet<string>;
};

export type Known = {
  rows: ReadonlyMap<string, Row>;
  ghosts: ReadonlyMap<string, Ghost>;
  zones: readonly ZoneLeft[];
  events: readonly WatchedEvent[];
};

/** What is drawn: replaced as a whole, never changed. */
export type View = {
  lines: readonly Line[];
  /** Ids of the locks that are wanted, folded away or not, in no order. */
  matching: ReadonlySet<string>;
  figures: Figures;
};

/**
 * @param former ids in the order so far. @param held nothing moves, because somebody is about to
 *   click: what ended stays in its place, what is new comes last. @param nowMs server's clock.
 */
export function viewOf(
  known: Known,
  look: Look,
  searched: Searched,
  former: readonly string[],
  held: boolean,
  nowMs: number,
): View {
  const wanted = matcher(look.filter, searched.matcher(look.filter.text, known.events));
  const live: Row[] = [];
  const all: Row[] = [];
  for (const row of inFormerOrder(known, former)) {
    if (!wanted(row)) continue;
    all.push(row);
    if (!known.ghosts.has(row.id)) live.push(row);
  }
  const rows = held ? all : sortRows(all, look.sort, keysOf(known.events));
  return {
    lines: look.grouped
      ? groupLines(rows, look.closed, known.ghosts)
      : rows.map((row) => lockLine(row, known.ghosts.get(row.id) ?? null)),
    matching: new Set(live.map(({ id }) => id)),
    figures: figuresOf(live, known.zones, look.filter, nowMs),
  };
}

/** Those that were there as they stood, then those that are new. */
function* inFormerOrder({ rows, ghosts }: Known, former: readonly string[]): Generator<Row> {
  const before = new Set(former);
  for (const id of former) {
    const row = rows.get(id) ?? ghosts.get(id)?.row;
    if (row) yield row;
  }
  for (const row of rows.values()) if (!before.has(row.id)) yield row;
  for (const { row } of ghosts.values()) if (!before.has(row.id)) yield row;
}

function keysOf(events: readonly WatchedEvent[]): (id: string) => string {
  const keys = new Map(events.map(({ id, name, startsAt }) => [id, plain(`${name} ${startsAt}`)]));
  return (id) => keys.get(id) ?? '';
}
