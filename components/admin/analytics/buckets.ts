import { weekOf } from '@/lib/analytics/periods';
import type { DayFigures } from '@/lib/analytics/schema';

/** More columns than this are no longer told apart on a phone. */
const daysMax = 92;

/** One column of the chart: a day, or the days of the period that fall into a week. */
export type Bucket = Omit<DayFigures, 'day'> & { from: string; to: string };

/** Days as they are, or put together by weeks where there are too many of them. */
export function bucketsOf(days: readonly DayFigures[]): { by: 'day' | 'week'; buckets: Bucket[] } {
  const by = days.length > daysMax ? 'week' : 'day';
  const buckets: Bucket[] = [];
  for (const { day, ...figures } of days) {
    const last = buckets.at(-1);
    if (by === 'week' && last && weekOf(last.from) === weekOf(day)) add(last, day, figures);
    else buckets.push({ from: day, to: day, ...figures });
  }
  return { by, buckets };
}

function add(bucket: Bucket, day: string, figures: Omit<DayFigures, 'day'>): void {
  bucket.to = day;
  for (const name of Object.keys(figures) as (keyof typeof figures)[]) {
    bucket[name] += figures[name];
  }
}
