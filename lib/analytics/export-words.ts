import { createTranslator } from 'next-intl';
import type { Locale } from '@/lib/i18n/routing';
import type { Tenant } from '@/lib/tenants/queries';
import en from '@/messages/en.json';
import es from '@/messages/es.json';
import type { Choices } from './choices';
import { byteOrderMark, type CsvCell, csvRow, decimalOf, fileNameOf } from './csv';
import { zoneNames } from './names';
import type { Device, Dimension, RowsFilter, Stage } from './schema';

const messages = { es, en };

/** Whose file it is, and in what language. */
export type Wanted = { tenant: Tenant; locale: Locale; known: Choices };
export type File = { name: string; body: string | ReadableStream<Uint8Array> };

/** The words of a file. Figures stay figures: only what a person reads is written out. */
export function exportWords({ tenant, locale, known }: Wanted, filter: RowsFilter) {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'admin.analytics' });
  const locks = createTranslator({ locale, messages: messages[locale], namespace: 'admin.locks' });
  const { currency, timeZone } = tenant;
  const zones = zoneNames(known, filter.eventId, locale, timeZone);
  const money = (amount: number) => decimalOf({ amount, currency });
  return {
    t,
    locks,
    money,
    /** `Valor (EUR)` */
    inMoney: (heading: string) => `${heading} (${currency})`,
    key(of: Dimension, key: string): CsvCell {
      if (of === 'stage') return t(`keys.stage.${key as Stage}`);
      if (of === 'device') return t(`keys.device.${key as Device}`);
      if (of === 'zone') return zones.get(Number(key)) ?? t('keys.goneZone', { zone: key });
      return of === 'price' ? money(Number(key)) : Number(key);
    },
    csvRow: (cells: readonly CsvCell[]) => csvRow(cells, locale),
    /** `teatro-aurora_embudo_2026-11-01_2026-11-24.csv` */
    name: (...what: string[]) => fileNameOf(tenant.slug, ...what, filter.from, filter.to),
  };
}

export function csvText(rows: readonly CsvCell[][], locale: Locale): string {
  return byteOrderMark + rows.map((row) => csvRow(row, locale)).join('');
}
