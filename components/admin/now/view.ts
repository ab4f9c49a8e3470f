import type { WatchedEvent, ZoneLeft } from '@/lib/watch/schema';
import { type Filter, matcher, type Sort, sorted } from './criteria';
import { type Figures, figuresOf } from './figures';
import { groupLines, type Line, lockLine } from './lines';
import type { Ghost, Row } from './row';

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
 * @param held the order so far, kept because somebody is about to click: what ended stays in its
 *   place, what is new comes last. Null: everything goes where it belongs.
 * @param nowMs server's clock.
 */
export function viewOf(
  known: Known,
  look: Look,
  held: readonly string[] | null,
  nowMs: number,
): View {
  const wanted = matcher(look.filter);
  const live = [...known.rows.values()].filter(wanted);
  const ghosts = [...known.ghosts.values()].filter(({ row }) => wanted(row));
  const all = [...live, ...ghosts.map(({ row }) => row)];
  const rows = held ? inOrder(all, held) : sorted(all, look.sort, namer(known.events));
  return {
    lines: look.grouped
      ? groupLines(rows, look.closed, known.ghosts)
      : rows.map((row) => lockLine(row, known.ghosts.get(row.id) ?? null)),
    matching: new Set(live.map(({ id }) => id)),
    figures: figuresOf(live, known.zones, look.filter, nowMs),
  };
}

function inOrder(rows: readonly Row[], order: readonly string[]): Row[] {
  const place = new Map(order.map((id, at) => [id, at]));
  const placeOf = ({ id }: Row) => place.get(id) ?? Number.POSITIVE_INFINITY;
  const fresh = rows.filter(({ id }) => !place.has(id));
  const known = rows.filter(({ id }) => place.has(id));
  known.sort((a, b) => placeOf(a) - placeOf(b));
  return [...known, ...fresh.sort((a, b) => a.lockedMs - b.lockedMs)];
}

function namer(events: readonly WatchedEvent[]): (id: string) => string {
  const names = new Map(events.map(({ id, name, startsAt }) => [id, `${name} ${startsAt}`]));
  return (id) => names.get(id) ?? '';
}
