import { useTranslations } from 'next-intl';
import { convertMinutes } from '@/lib/analytics/schema';

/** `45 s`, `3 min 20 s`, `1 h 5 min`. */
export function useDurationWords(): (ms: number) => string {
  const t = useTranslations('admin.analytics.duration');
  return (ms) => {
    const seconds = Math.round(ms / 1_000);
    if (seconds < 60) return t('seconds', { seconds });
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60) return t('minutes', { minutes, seconds: seconds % 60 });
    return t('hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  };
}

/** `de 3 a 5`: the minutes of one of the rows of `TimeToConvert.within`. */
export function useMinutesWords(): (bucket: number) => string {
  const t = useTranslations('admin.analytics.time');
  return (bucket) => {
    const [from, to] = [convertMinutes[bucket - 1] ?? 0, convertMinutes[bucket]];
    if (to === undefined) return t('over', { from });
    return from === 0 ? t('under', { to }) : t('between', { from, to });
  };
}
