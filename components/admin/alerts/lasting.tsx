'use client';

import { useTranslations } from 'next-intl';
import { useServerClock } from './server-clock';
import { spanWords } from './span-words';

type Props = { raisedAt: string; endedAt: string | null; now: string };

/** How long an alert has lasted, counting on while it does. */
export function Lasting({ raisedAt, endedAt, now }: Props) {
  const t = useTranslations('admin.alerts');
  const clock = useServerClock(now);
  const until = endedAt === null ? clock : Date.parse(endedAt);
  const time = spanWords(t, until - Date.parse(raisedAt));
  return <>{t(endedAt === null ? 'lasts' : 'lasted', { time })}</>;
}

/** How much of a pause is left. */
export function TimeLeft({ until, now }: { until: string; now: string }) {
  const t = useTranslations('admin.alerts');
  const clock = useServerClock(now);
  // A started minute counts: nobody is told that nothing is left while something is.
  const leftMs = Math.max(0, Date.parse(until) - clock);
  return <>{t('coolDowns.left', { time: spanWords(t, Math.ceil(leftMs / 60_000) * 60_000) })}</>;
}
