import { createTranslator } from 'next-intl';
import type { AlertView } from '@/lib/alerts/schema';
import { alertFigures, alertSentence, sourceWords } from '@/lib/alerts/words';
import { longDate } from '@/lib/i18n/dates';
import { datedName } from '@/lib/i18n/stamps';
import en from '@/messages/en.json';
import es from '@/messages/es.json';
import type { AlertReader } from './queries';

const messages = { es, en };

/** An alert, and who is told. */
export type AlertTelling = { alert: AlertView; reader: AlertReader };

/** The alert in its reader's words: what the HTML and the plain text both say. */
export type AlertWording = ReturnType<typeof alertWording>;

/** @param publicUrl where people reach the site, without a slash at the end */
export function alertWording({ alert, reader }: AlertTelling, publicUrl: string) {
  const { locale, tenant } = reader;
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'mail.alert' });
  const words = createTranslator({ locale, messages: messages[locale], namespace: 'admin.alerts' });
  const since = longDate(alert.raisedAt, locale, tenant.timeZone);
  const isTest = alert.kind === 'test';
  const kind = words(`kinds.${alert.kind}`);
  const { count, threshold } = alertFigures(words, alert, locale);
  const figures = [
    { label: t('source'), value: sourceWords(words, alert) },
    { label: t('event'), value: alert.event && datedName(alert.event, locale, tenant.timeZone) },
    { label: t('counted'), value: count },
    { label: t('threshold'), value: threshold },
    { label: t('since'), value: since },
  ];
  return {
    locale,
    organizer: tenant.name,
    subject: isTest
      ? t('subjectTest', { tenant: tenant.name })
      : t('subject', { tenant: tenant.name, kind }),
    preview: t('preview', { time: since }),
    title: kind,
    greeting: t('greeting', { name: reader.name }),
    lead: alertSentence(words, alert, locale, tenant.timeZone),
    figures: figures.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }])),
    open: t('open'),
    url: `${publicUrl}/${locale}/admin/${tenant.slug}/alerts/${alert.id}`,
    urlHint: t('urlHint'),
    many: alert.figures.mailed === 2 ? t('many') : null,
    footer: t('footer', { tenant: tenant.name }),
  };
}

/** The alert for those who read mail as text. */
export function alertText(wording: AlertWording): string {
  const blocks = [
    [wording.title],
    [wording.greeting, wording.lead],
    wording.figures.map(({ label, value }) => `- ${label}: ${value}`),
    ...(wording.many ? [[wording.many]] : []),
    [`${wording.open}:`, wording.url],
    [wording.footer],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
