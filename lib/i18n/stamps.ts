import { keptFormats } from './kept-formats';
import { written } from './written';

const styles = {
  stamp: { dateStyle: 'medium', timeStyle: 'medium' },
  time: { timeStyle: 'medium' },
  clock: { timeStyle: 'short' },
  tick: { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
  plain: { dateStyle: 'short', timeStyle: 'medium' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatOf = keptFormats((name) => {
  const [style, locale, timeZone] = name.split(' ') as [keyof typeof styles, string, string];
  return new Intl.DateTimeFormat(written(locale), { timeZone, ...styles[style] });
});

const show = (style: keyof typeof styles, iso: string, locale: string, timeZone: string) =>
  formatOf(`${style} ${locale} ${timeZone}`).format(new Date(iso));

/** `24 nov 2026, 18:05:12`: to the second, in the house's own time zone. */
export const stamp = (iso: string, locale: string, timeZone: string) =>
  show('stamp', iso, locale, timeZone);

/** `18:05:12`, there. */
export const timeStamp = (iso: string, locale: string, timeZone: string) =>
  show('time', iso, locale, timeZone);

/** `18:05`, there. */
export const clockTime = (iso: string, locale: string, timeZone: string) =>
  show('clock', iso, locale, timeZone);

/** `24 nov, 18:05`, there: what tells one performance of a show from another. */
export const tickStamp = (iso: string, locale: string, timeZone: string) =>
  show('tick', iso, locale, timeZone);

/** An event as a person tells it from the others of its show: `Noche · 11 dic, 20:00`. */
export const datedName = (
  { name, startsAt }: { name: string; startsAt: string },
  locale: string,
  timeZone: string,
) => `${name} · ${tickStamp(startsAt, locale, timeZone)}`;

/** `2026-11-24 18:05:12`, there: what every spreadsheet takes for a moment. */
export const plainStamp = (iso: string, timeZone: string) => show('plain', iso, 'sv', timeZone);
