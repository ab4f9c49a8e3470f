import { written } from '@/lib/i18n/written';

/** A moment in two pieces for a sentence: `14 de marzo`, `20:30`. */
export function dayAndTime(
  iso: string,
  locale: string,
  timeZone: string,
): { date: string; time: string } {
  const at = new Date(iso);
  const show = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(written(locale), { timeZone, ...options }).format(at);
  return {
    date: show({ day: 'numeric', month: 'long', year: 'numeric' }),
    time: show({ timeStyle: 'short' }),
  };
}
