import { keptFormats } from './kept-formats';
import { written } from './written';

/** A calendar day, `2026-11-24`, has no time zone; in UTC it is the same day everywhere. */
const at = (day: string) => new Date(`${day}T00:00:00Z`);

const styles = {
  tick: { day: 'numeric', month: 'short' },
  name: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  span: { dateStyle: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatOf = keptFormats((name) => {
  const [style, locale] = name.split(' ') as [keyof typeof styles, string];
  return new Intl.DateTimeFormat(written(locale), { timeZone: 'UTC', ...styles[style] });
});

/** `24 nov` or `24 Nov`. */
export function dayTick(day: string, locale: string): string {
  return formatOf(`tick ${locale}`).format(at(day));
}

/** `mar, 24 nov 2026` or `Tue, 24 Nov 2026`. */
export function dayName(day: string, locale: string): string {
  return formatOf(`name ${locale}`).format(at(day));
}

/** `28 de octubre – 24 de noviembre de 2026`: what both ends share is said once. */
export function daySpan({ from, to }: { from: string; to: string }, locale: string): string {
  return formatOf(`span ${locale}`).formatRange(at(from), at(to));
}
