import { written } from './written';

/** A moment as a sentence that says until when needs it. */
export type Until = {
  /** Its day is told where it is not today; Spanish has an article of its own for one o'clock. */
  which: 'today' | 'todayAtOne' | 'laterAtOne' | 'later';
  /** `25 de noviembre` or `25 November`. */
  day: string;
  /** `20:30`. */
  time: string;
};

/** @param timeZone the house's, or the reader's own; @param now the present there */
export function untilWhen(
  iso: string,
  locale: string,
  timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone,
  now = new Date(),
): Until {
  const at = new Date(iso);
  const show = (moment: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(written(locale), { timeZone, ...options }).format(moment);
  const dayOf = (moment: Date) => show(moment, { dateStyle: 'short' });
  const time = show(at, { timeStyle: 'short' });
  const atOne = /^0?1\D/.test(time);
  const today = dayOf(at) === dayOf(now);
  return {
    which: today ? (atOne ? 'todayAtOne' : 'today') : atOne ? 'laterAtOne' : 'later',
    day: show(at, { day: 'numeric', month: 'long' }),
    time,
  };
}
