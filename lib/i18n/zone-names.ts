import { keptFormats } from './kept-formats';

/** Those whose readers know no short names such as CET or CST, so that ICU writes the place out. */
const plain: Record<string, string> = { es: 'es-419', en: 'en-ZA' };

const formatOf = keptFormats((name) => {
  const [style, locale, timeZone] = name.split(' ');
  const timeZoneName = style as 'shortGeneric' | 'longGeneric';
  return new Intl.DateTimeFormat(locale, { timeZone, timeZoneName });
});

/** `hora de Ciudad de México` or `Mexico City Time`, for `America/Mexico_City`. */
export function zoneName(timeZone: string, locale: string): string {
  const named = (style: string) =>
    formatOf(`${style} ${plain[locale] ?? locale} ${timeZone}`)
      .formatToParts(0)
      .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  const short = named('shortGeneric');
  return /^[A-Z]{2,5}\b/.test(short) && !/\d/.test(short) ? named('longGeneric') : short;
}
