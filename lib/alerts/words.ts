import type { createTranslator } from 'next-intl';
import { tickStamp } from '@/lib/i18n/stamps';
import { written } from '@/lib/i18n/written';
import type messages from '@/messages/es.json';
import type { AlertView } from './schema';

/** The words of `admin.alerts`, in the reader's language. */
export type AlertSpeech = ReturnType<typeof createTranslator<typeof messages, 'admin.alerts'>>;

/** `5 minutos`, `30 seconds`, `1 hour`. */
export function windowWords(t: AlertSpeech, seconds: number): string {
  if (seconds % 3_600 === 0) return t('window.hours', { count: seconds / 3_600 });
  if (seconds % 60 === 0) return t('window.minutes', { count: seconds / 60 });
  return t('window.seconds', { count: Math.round(seconds) });
}

export const percent = (share: number, locale: string): string =>
  new Intl.NumberFormat(written(locale), { style: 'percent', maximumFractionDigits: 0 }).format(
    share,
  );

/** `La sesión 7K3F9Q`; null where it is no one source. */
export function sourceWords(
  t: AlertSpeech,
  { sourceKind, source }: Pick<AlertView, 'sourceKind' | 'source'>,
): string | null {
  return sourceKind && t(`sources.${sourceKind}`, { name: source ?? t('gone') });
}

/** What happened, in a sentence. @param timeZone the house's */
export function alertSentence(
  t: AlertSpeech,
  alert: AlertView,
  locale: string,
  timeZone: string,
): string {
  const { figures } = alert;
  const window = windowWords(t, figures.windowSeconds);
  const event = alert.event
    ? `${alert.event.name} (${tickStamp(alert.event.startsAt, locale, timeZone)})`
    : '';
  const source = alert.source ?? t('gone');
  // The peak: what is told stays true when the figure falls again.
  const count = figures.peak;
  switch (alert.kind) {
    case 'session_units':
      return t('what.session_units', { source, count, window });
    case 'account_units':
      return t('what.account_units', { source, count, window });
    case 'address_units':
      return t('what.address_units', { source, count, window });
    case 'no_sale':
      return t('what.no_sale', { source: sourceWords(t, alert) ?? source, count, window });
    case 'event_share':
      return t('what.event_share', {
        event,
        share: percent(figures.count, locale),
        held: figures.held ?? 0,
        capacity: figures.capacity ?? 0,
      });
    case 'spike':
      return t('what.spike', { event, count, window, usual: Math.round(figures.usual ?? 0) });
    case 'test':
      return t('what.test');
  }
}

/** What the count is of: what was locked in the window, or the share that is held now. */
export function countLabel(t: AlertSpeech, { kind, figures }: AlertView): string {
  if (kind === 'event_share') return t('counted');
  const window = windowWords(t, figures.windowSeconds);
  return t(kind === 'spike' ? 'madeIn' : 'lockedIn', { window });
}

/** What was counted and above what it is told, in the unit of its kind; null for a test. */
export function alertFigures(
  t: AlertSpeech,
  { kind, figures }: AlertView,
  locale: string,
): { count: string | null; peak: string | null; threshold: string | null } {
  if (kind === 'test') return { count: null, peak: null, threshold: null };
  const say = (count: number): string => {
    if (kind === 'event_share') return percent(count, locale);
    return kind === 'spike' ? t('locks', { count }) : t('units', { count });
  };
  return {
    count: say(figures.count),
    peak: say(figures.peak),
    threshold: kind === 'spike' ? t('times', { count: figures.threshold }) : say(figures.threshold),
  };
}
