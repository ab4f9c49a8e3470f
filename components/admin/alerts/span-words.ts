import type { AlertSpeech } from '@/lib/alerts/words';

/** How long in words: `menos de un minuto`, `12 min`, `3 h 5 min`, `2 d 4 h`. */
export function spanWords(t: AlertSpeech, ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return t('now');
  if (minutes < 60) return t('min', { count: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return t('hourMin', { hours, minutes: minutes % 60 });
  return t('dayHour', { days: Math.floor(hours / 24), hours: hours % 24 });
}
