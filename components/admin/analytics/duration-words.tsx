import { useTranslations } from 'next-intl';

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
