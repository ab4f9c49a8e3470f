import type { AlertNews } from '@/lib/alerts/schema';

/** Whether the newest open alert was raised after all that were known. */
export function isNewer(known: Pick<AlertNews, 'newest'>, news: AlertNews): boolean {
  if (!news.newest) return false;
  return !known.newest || Date.parse(news.newest.raisedAt) > Date.parse(known.newest.raisedAt);
}
