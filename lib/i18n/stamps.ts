import { written } from './written';

/** `24 nov 2026, 18:05:12`: to the second, in the house's own time zone. */
export function stamp(iso: string, locale: string, timeZone: string): string {
  const options = { dateStyle: 'medium', timeStyle: 'medium', timeZone } as const;
  return new Intl.DateTimeFormat(written(locale), options).format(new Date(iso));
}

/** `18:05:12`, there. */
export function timeStamp(iso: string, locale: string, timeZone: string): string {
  const options = { timeStyle: 'medium', timeZone } as const;
  return new Intl.DateTimeFormat(written(locale), options).format(new Date(iso));
}

/** `2026-11-24 18:05:12`, there: what every spreadsheet takes for a moment. */
export function plainStamp(iso: string, timeZone: string): string {
  const options = { dateStyle: 'short', timeStyle: 'medium', timeZone } as const;
  return new Intl.DateTimeFormat('sv', options).format(new Date(iso));
}

/** `18:05`, there. */
export function clockTime(iso: string, locale: string, timeZone: string): string {
  const options = { timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(written(locale), options).format(new Date(iso));
}
