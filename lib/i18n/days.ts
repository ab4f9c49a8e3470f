import { written } from './written';

/** A calendar day, `2026-11-24`, has no time zone; in UTC it is the same day everywhere. */
const at = (day: string) => new Date(`${day}T00:00:00Z`);

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(written(locale), { timeZone: 'UTC', ...options });
}

/** `24 nov` or `24 Nov`. */
export function dayTick(day: string, locale: string): string {
  return format(locale, { day: 'numeric', month: 'short' }).format(at(day));
}

/** `mar, 24 nov 2026` or `Tue, 24 Nov 2026`. */
export function dayName(day: string, locale: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  return format(locale, options).format(at(day));
}

/** `28 de octubre – 24 de noviembre de 2026`: what both ends share is said once. */
export function daySpan({ from, to }: { from: string; to: string }, locale: string): string {
  return format(locale, { dateStyle: 'long' }).formatRange(at(from), at(to));
}
