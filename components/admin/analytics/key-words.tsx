import { useLocale, useTranslations } from 'next-intl';
import type { Device, Dimension, Stage } from '@/lib/analytics/schema';
import { formatMoney } from '@/lib/i18n/money';

type Names = { zones: ReadonlyMap<number, string>; currency: string };

/** A dimension's value in words: a zone's name, a price, an hour. */
export function useKeyWords({ zones, currency }: Names): (of: Dimension, key: string) => string {
  const t = useTranslations('admin.analytics.keys');
  const locale = useLocale();
  return (of, key) => {
    switch (of) {
      case 'stage':
        return t(`stage.${key as Stage}`);
      case 'device':
        return t(`device.${key as Device}`);
      case 'zone':
        return zones.get(Number(key)) ?? t('goneZone', { zone: key });
      case 'price':
        return formatMoney({ amount: Number(key), currency }, locale);
      case 'hour':
        return t('hour', { hour: Number(key) });
      case 'extensions':
        return t('extensions', { extensions: Number(key) });
    }
  };
}
