import { written } from './written';

const units: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** `hace 3 días`, `3 days ago`; null within the first minute. Needs no time zone. */
export function ago(seconds: number, locale: string): string | null {
  const found = units.find(([, length]) => seconds >= length);
  if (!found) return null;
  const [unit, length] = found;
  // Always in figures: "yesterday" is a matter of where somebody is.
  const format = new Intl.RelativeTimeFormat(written(locale), { numeric: 'always' });
  return format.format(-Math.floor(seconds / length), unit);
}
