'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { OwnSettings } from '@/lib/settings';
import type { SettingField } from './draft';

const minuteFields: SettingField[] = ['duration', 'warning', 'paymentWindow'];

/** How the values of the settings read: `1 min 40 s`, `50 plazas`, `Sí`. */
export function useSettingWords() {
  const t = useTranslations('admin.settings');
  const locale = useLocale();

  const unit = (value: number, name: 'hour' | 'minute' | 'second') =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: 1,
    }).format(value);

  /** A length of time in the largest units that are whole. */
  const length = (seconds: number): string => {
    const whole = Math.floor(Math.round(seconds * 10) / 10 / 60);
    const rest = Math.round((seconds - whole * 60) * 10) / 10;
    if (whole === 0) return unit(rest, 'second');
    return rest === 0 ? unit(whole, 'minute') : `${unit(whole, 'minute')} ${unit(rest, 'second')}`;
  };

  const value = (field: SettingField, of: OwnSettings[SettingField]): string => {
    if (of === null) return t('inherited');
    if (typeof of === 'boolean') return t(of ? 'choices.true' : 'choices.false');
    if (typeof of === 'string') return t(`choices.${of}`);
    if (minuteFields.includes(field)) return length(of * 60);
    if (field === 'graceSeconds') return length(of);
    return field === 'limit' ? t('units', { count: of }) : t('times', { count: of });
  };

  return { value, length };
}
