import type messages from '@/messages/es.json';
import type { Locale as Language } from './routing';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: typeof messages;
  }
}
