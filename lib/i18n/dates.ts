import { written } from './written';

/** A moment as a poster prints it, in the house's own time zone. */
export type PosterDate = {
  weekday: string;
  day: string;
  month: string;
  time: string;
  /** `2026-03-14`, there. */
  isoDay: string;
};

/** @param iso a moment; @param timeZone IANA name of the place where it happens. */
export function posterDate(iso: string, locale: string, timeZone: string): PosterDate {
  const at = new Date(iso);
  const show = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(written(locale), { timeZone, ...options }).format(at);
  return {
    weekday: show({ weekday: 'short' }).replace('.', ''),
    day: show({ day: 'numeric' }),
    month: show({ month: 'short' }).replace('.', ''),
    time: timeOfDay(iso, locale, timeZone),
    isoDay: new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }).format(at),
  };
}

/** `sábado, 14 de marzo de 2026, 20:30` or `Saturday 14 March 2026, 20:30`. */
export function longDate(iso: string, locale: string, timeZone: string): string {
  const at = new Date(iso);
  const show = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(written(locale), { timeZone, ...options }).format(at);
  // Not `dateStyle: 'full'`: servers and browsers disagree about its comma in English.
  const weekday = show({ weekday: 'long' }) + (locale === 'en' ? '' : ',');
  return `${weekday} ${show({ dateStyle: 'long' })}, ${timeOfDay(iso, locale, timeZone)}`;
}

/** `14 de marzo, 20:30` or `14 March, 20:30`. */
export function shortDate(iso: string, locale: string, timeZone: string): string {
  const day = new Intl.DateTimeFormat(written(locale), { timeZone, day: 'numeric', month: 'long' });
  return `${day.format(new Date(iso))}, ${timeOfDay(iso, locale, timeZone)}`;
}

/** `14 mar 2026` or `14 Mar 2026`. */
export function shortDay(at: Date, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(written(locale), { timeZone, dateStyle: 'medium' }).format(at);
}

function timeOfDay(iso: string, locale: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat(written(locale), { timeZone, timeStyle: 'short' });
  return format.format(new Date(iso));
}
