import { useTranslations } from 'next-intl';
import { Pill } from '@/components/admin/pill';
import type { AlertView } from '@/lib/alerts/schema';

/** How far an alert is dealt with, and by whom. */
export function StatusPill({ alert }: { alert: AlertView }) {
  const t = useTranslations('admin.alerts.status');
  const { status, acknowledged, resolved } = alert;
  if (status === 'open') return <Pill tone="danger">{t('open')}</Pill>;
  if (status === 'acknowledged')
    return <Pill tone="warn">{t('acknowledged', { by: acknowledged?.by ?? '' })}</Pill>;
  return <Pill tone="good">{t('resolved', { by: resolved?.by ?? '' })}</Pill>;
}
