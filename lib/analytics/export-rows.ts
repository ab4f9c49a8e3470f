import type { StaffContext } from '@/lib/context';
import { plainStamp } from '@/lib/i18n/stamps';
import { byteOrderMark } from './csv';
import { exportWords, type File, type Wanted } from './export-words';
import { lockRows } from './queries';
import { rowsCount } from './row-count';
import type { LockPage, LockRecord, RowsFilter } from './schema';

/** As many lines as a file has at most; what is more is asked for by shorter periods. */
const rowsMax = 50_000;
/** As many carts may have more locks, and so may what nobody could count. */
const uncountedRowsMax = 10 * rowsMax;
const pageRows = 1_000;

/** How many lines a file is cut after, and how its pages are read; tests cut earlier. */
export type Ways = { counted: number; uncounted: number; read: typeof lockRows };
const usual: Ways = { counted: rowsMax, uncounted: uncountedRowsMax, read: lockRows };

/**
 * The locks behind a figure, newest first, written while they are read. A file that is cut says so:
 * in its name where that is known before, else in its last line.
 * @param still called before each page: what it throws breaks the file off, so that it is not taken
 *   for a whole one
 */
export async function exportRows(
  ctx: StaffContext,
  filter: RowsFilter,
  wanted: Wanted,
  still: () => Promise<void>,
  { counted, uncounted, read }: Ways = usual,
): Promise<File> {
  const words = exportWords(wanted, filter);
  const { locks, carts } = await rowsCount(ctx, filter);
  const tooMany = (locks ?? carts ?? 0) > counted;
  const part = tooMany ? [words.locks('firstRows', { rows: counted })] : [];
  const linesMax = locks === null && !tooMany ? uncounted : counted;
  const leaving = new AbortController();
  const pageFrom = async (cursor?: string) => {
    await still();
    return read(ctx, { ...filter, cursor, toward: 'older' }, pageRows);
  };
  const ends = { linesMax, named: tooMany, left: leaving.signal };
  const pages = pagesOf(pageFrom, filter, wanted, ends);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pages.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      leaving.abort();
      await pages.return(undefined);
    },
  });
  return { name: words.name(words.locks('title'), ...part), body };
}

/** `named`: its name says that it is cut. `left`: nobody reads on. */
type Ends = { linesMax: number; named: boolean; left: AbortSignal };

async function* pagesOf(
  pageFrom: (cursor?: string) => Promise<LockPage>,
  filter: RowsFilter,
  wanted: Wanted,
  { linesMax, named, left }: Ends,
) {
  const { locks: t, inMoney, csvRow, ...words } = exportWords(wanted, filter);
  const { timeZone } = wanted.tenant;
  yield byteOrderMark +
    csvRow([
      `${t('made')} (${timeZone})`,
      `${t('ended')} (${timeZone})`,
      t('event'),
      t('zone'),
      t('row'),
      t('seatOnly'),
      t('quantityOnly'),
      inMoney(t('price')),
      inMoney(t('value')),
      t('session'),
      t('account'),
      t('device'),
      t('stage'),
      t('extensions'),
      t('outcome'),
      'id',
    ]);
  const line = (row: LockRecord) =>
    csvRow([
      plainStamp(row.lockedAt, timeZone),
      row.endedAt && plainStamp(row.endedAt, timeZone),
      row.eventName,
      row.zoneName,
      row.row,
      row.seat,
      row.quantity,
      words.money(row.price),
      words.money(row.value),
      row.session,
      row.account,
      words.t(`keys.device.${row.device}`),
      words.t(`keys.stage.${row.stage}`),
      row.extensions,
      words.t(`keys.outcome.${row.outcome}`),
      row.id,
    ]);
  let cursor: string | undefined;
  for (let written = 0; written < linesMax && !left.aborted; ) {
    const page = await pageFrom(cursor);
    const rows = page.rows.slice(0, linesMax - written);
    if (rows.length > 0) yield rows.map(line).join('');
    written += rows.length;
    const over = page.rows.length > rows.length || page.next !== null;
    if (!over) return;
    cursor = page.next ?? undefined;
  }
  if (!named && !left.aborted) yield csvRow([t('cutHere', { rows: linesMax })]);
}
