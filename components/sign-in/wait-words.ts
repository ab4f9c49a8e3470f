import type { createTranslator } from 'next-intl';
import type messages from '@/messages/es.json';

type RefusalSpeech = ReturnType<typeof createTranslator<typeof messages, 'signIn.refused'>>;

/** How long to wait after too many tries: in seconds, and in minutes where those would be many. */
export function waitWords(t: RefusalSpeech, seconds: number): string {
  return seconds > 90
    ? t('rate_limited_minutes', { minutes: Math.ceil(seconds / 60) })
    : t('rate_limited', { seconds });
}
