import type { StaffContext } from '@/lib/context';
import { plainStamp } from '@/lib/i18n/stamps';
import { byteOrderMark } from './csv';
import { exportWords, type File, type Wanted } from './export-words';
import { lockRows } from './queries';
import { rowsCount } from './row-count';
import type { LockRecord, RowsFilter } from './schema';

/** As many lines as a file has at most; what is more is asked for by shorter periods. */
const rowsMax = 50_000;
/** As many carts may have more locks, which nobody counts beforehand. */
const cartRowsMax = 10 * rowsMax;
const pageRows = 1_000;

/** The locks behind a figure, newest first, written while they are read. */
export async function exportRows(
  ctx: StaffContext,
  filter: RowsFilter,
  wanted: Wanted,
): Promise<File> {
  const words = exportWords(wanted, filter);
  const { locks, carts } = await rowsCount(ctx, filter);
  const tooMany = (locks ?? carts ?? 0) > rowsMax;
  const part = tooMany ? [words.locks('firstRows', { rows: rowsMax })] : [];
  const pages = pagesOf(ctx, filter, wanted, locks === null && !tooMany ? cartRowsMax : rowsMax);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pages.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pages.return(undefined);
    },
  });
  return { name: words.name(words.locks('title'), ...part), body };
}

async function* pagesOf(ctx: StaffContext, filter: RowsFilter, wanted: Wanted, linesMax: number) {
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
  for (let written = 0; written < linesMax; ) {
    const page = await lockRows(ctx, { ...filter, cursor, toward: 'older' }, pageRows);
    const rows = page.rows.slice(0, linesMax - written);
    if (rows.length > 0) yield rows.map(line).join('');
    written += rows.length;
    if (!page.next) return;
    cursor = page.next;
  }
}
