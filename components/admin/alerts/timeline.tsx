import { useLocale, useTranslations } from 'next-intl';
import type { AlertView, SourceDeed } from '@/lib/alerts/schema';
import { shortDate } from '@/lib/i18n/dates';

type Props = { alert: AlertView; deeds: SourceDeed[]; timeZone: string };

/** What became of an alert and was done about it, in order. */
export function Timeline({ alert, deeds, timeZone }: Props) {
  const t = useTranslations('admin.alerts');
  const locale = useLocale();
  const { raisedAt, endedAt, acknowledged, resolved } = alert;
  const told = ({ kind, by, reason, locks }: SourceDeed) =>
    kind === 'released' || kind === 'kept'
      ? t(`${kind}At`, { by, count: locks ?? 0, reason: reason ?? '' })
      : t(kind === 'paused' ? 'pausedAt' : 'resumedAt', { by, reason: reason ?? '' });
  const steps = [
    { at: raisedAt, what: t('raisedAt') },
    ...(acknowledged
      ? [{ at: acknowledged.at, what: t('acknowledgedAt', { by: acknowledged.by }) }]
      : []),
    ...(endedAt ? [{ at: endedAt, what: t('endedAt') }] : []),
    ...(resolved ? [{ at: resolved.at, what: t('resolvedAt', { by: resolved.by }) }] : []),
    ...deeds.map((deed) => ({ at: deed.at, what: told(deed) })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return (
    <section aria-labelledby="timeline" className="mt-8">
      <h2 id="timeline" className="font-display text-2xl">
        {t('timeline')}
      </h2>
      <ol className="mt-2 grid gap-1.5">
        {steps.map(({ at, what }) => (
          <li key={`${at} ${what}`} className="flex flex-wrap gap-x-3">
            <time dateTime={at} className="text-muted tabular-nums">
              {shortDate(at, locale, timeZone)}
            </time>
            <span>{what}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
