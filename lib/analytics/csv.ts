import { keptFormats } from '@/lib/i18n/kept-formats';
import type { Locale } from '@/lib/i18n/routing';
import type { Money } from '@/lib/money';

export type CsvCell = string | number | null;

/** Excel takes a file without it for one of the reader's old code page. */
export const byteOrderMark = '\uFEFF';

/** What keeps cells apart, and what a figure's decimals follow: as spreadsheets of the language read. */
const marks = {
  es: { between: ';', decimal: ',' },
  en: { between: ',', decimal: '.' },
} as const satisfies Record<Locale, { between: string; decimal: string }>;

/**
 * A row of RFC 4180, its line end included; in Spanish with semicolons, as commas are its decimals.
 * Text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV
 * injection); figures are figures, also below zero.
 */
export function csvRow(cells: readonly CsvCell[], locale: Locale): string {
  const { between, decimal } = marks[locale];
  const written = (cell: CsvCell): string => {
    if (cell === null) return '';
    if (typeof cell === 'number') return String(cell).replace('.', decimal);
    const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
    return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${cells.map(written).join(between)}\r\n`;
}

const digitsOf = keptFormats((currency) => {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
});

/** `{ amount: 4550, currency: 'EUR' }` → `45.5`: a figure that a spreadsheet sums up. */
export function decimalOf({ amount, currency }: Money): number {
  const digits = digitsOf(currency);
  return Number((amount / 10 ** digits).toFixed(digits));
}

/** A name for the file that every system takes: `teatro-aurora_embudo_2026-11-01_2026-11-24.csv`. */
export function fileNameOf(...parts: string[]): string {
  const safe = parts.map((part) =>
    part
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9-]+/g, '-')
      .replace(/^-+|-+$/g, ''),
  );
  return `${safe.filter(Boolean).join('_')}.csv`;
}
