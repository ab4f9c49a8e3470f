import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { dayAt } from '@/lib/analytics/periods';
import type { LockRecord } from '@/lib/analytics/schema';
import { formatMoney } from '@/lib/i18n/money';
import { clockTime, stamp, timeStamp } from '@/lib/i18n/stamps';
import type { Tenant } from '@/lib/tenants/queries';

/** Locks of a house in the reader's words. */
export function useRowWords({ timeZone, currency }: Tenant) {
  const t = useTranslations('admin.locks');
  const keys = useTranslations('admin.analytics.keys');
  const format = useFormatter();
  const locale = useLocale();
  return {
    made: ({ lockedAt }: LockRecord) => stamp(lockedAt, locale, timeZone),
    /** The day only where it is another one. One that no sweep has met ended by itself. */
    ended({ outcome, lockedAt, endedAt, expiresAt }: LockRecord) {
      if (outcome === 'open') return t('until', { time: clockTime(expiresAt, locale, timeZone) });
      const end = endedAt ?? expiresAt;
      const sameDay = dayAt(new Date(lockedAt), timeZone) === dayAt(new Date(end), timeZone);
      return (sameDay ? timeStamp : stamp)(end, locale, timeZone);
    },
    place: ({ row, seat, quantity }: LockRecord) =>
      seat ? t('place', { row: row ?? '', seat }) : t('quantity', { quantity }),
    value: ({ value }: LockRecord) => formatMoney({ amount: value, currency }, locale),
    outcome: ({ outcome }: LockRecord) => keys(`outcome.${outcome}`),
    device: ({ device }: LockRecord) => keys(`device.${device}`),
    stage: ({ stage }: LockRecord) => keys(`stage.${stage}`),
    extensions: ({ extensions }: LockRecord) => format.number(extensions),
  };
}
