import { type Context, inTenant } from '@/lib/context';
import { addressName, sessionName } from '@/lib/locks/queries';
import { borderCursor } from './moments';
import { partsOf, piecesOf, spanLocksMax } from './row-parts';
import { type Asked, type Row, readRows } from './row-query';
import type { LockPage, LockRecord, RowsFilter } from './schema';

const rowsMax = 1_000;

/**
 * How much a page may be searched for: `piece` is as many locks as are looked through in one go, and
 * between two of them the time is looked at, by a clock that is even whatever the one on the wall does.
 */
export type Patience = { msMax: number; piece: number; nowMs: () => number };
const patient: Patience = { msMax: 1_500, piece: spanLocksMax, nowMs: () => performance.now() };

/**
 * The locks behind a figure, newest first. A search that takes too long stops between two pieces:
 * `searchedTo` says where, and the page goes on from there.
 * @param filter.cursor where the page before ended, or the one after began.
 * @param limit of one page, up to 1,000.
 */
export async function lockRows(
  ctx: Context,
  { cursor, toward = 'older', ...filter }: RowsFilter,
  limit = 100,
  patience = patient,
): Promise<LockPage> {
  const most = Math.min(limit, rowsMax);
  const asked = { filter, cursor, back: cursor !== undefined && toward === 'newer' };
  const found = await inTenant(ctx, (inside) => search(inside, asked, most, patience));
  const shown = asked.back ? found.rows.slice(0, most).reverse() : found.rows.slice(0, most);
  return { rows: shown.map(recordOf), ...aroundOf(shown, found, asked, most) };
}

/** `border`: where the search stopped before its end, in microseconds since 1970. */
type Found = { rows: Row[]; border: number | null };

/** One row more than `most`, where there are. */
async function search(
  ctx: Context,
  asked: Asked,
  most: number,
  { msMax, piece: locksMax, nowMs }: Patience,
): Promise<Found> {
  const untilMs = nowMs() + msMax;
  const rows: Row[] = [];
  let border: number | null = null;
  const parts = await partsOf(ctx, asked, most);
  for await (const piece of piecesOf(ctx, asked, parts, locksMax)) {
    // Never before the first: each page comes further than the one before.
    if (border !== null && nowMs() >= untilMs) return { rows, border };
    rows.push(...(await readRows(ctx, asked, piece, most + 1 - rows.length)));
    if (rows.length > most) break;
    border = (asked.back ? piece.stretch?.to : piece.stretch?.from) ?? null;
  }
  return { rows, border: null };
}

type Around = Omit<LockPage, 'rows'>;

/** What lies to both sides of the rows shown. */
function aroundOf(
  shown: Row[],
  { rows, border }: Found,
  { cursor, back }: Asked,
  most: number,
): Around {
  const more = rows.length > most;
  const [first, last] = [shown.at(0), shown.at(-1)];
  const stopped = border === null ? null : borderCursor(border);
  const searchedTo = border === null ? null : new Date(border / 1_000).toISOString();
  if (back) {
    return {
      next: last ? cursorOf(last) : (stopped ?? cursor ?? null),
      previous: stopped ?? (first && more ? cursorOf(first) : null),
      searchedTo,
    };
  }
  return {
    next: stopped ?? (last && more ? cursorOf(last) : null),
    previous: cursor === undefined ? null : first ? cursorOf(first) : (stopped ?? cursor),
    searchedTo,
  };
}

const cursorOf = ({ micros, id }: Row) => `${micros}.${id}`;

function recordOf({ sessionKey, addressHash, micros: _, ...row }: Row): LockRecord {
  return {
    ...row,
    value: row.quantity * row.price,
    session: sessionName(sessionKey),
    address: addressName(addressHash),
  };
}
