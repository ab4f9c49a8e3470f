'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { Select } from '@/components/ui/select';
import { formatMoney } from '@/lib/i18n/money';

/** Up to how much a seat, from the event's own prices. */
export function PriceField({
  limits,
  currency,
  value,
  onChange,
}: {
  /** In minor units, the lowest first. */
  limits: readonly number[];
  currency: string;
  value: number | null;
  onChange: (limit: number | null) => void;
}) {
  const t = useTranslations('best');
  const locale = useLocale();
  const id = useId();
  return (
    <div className="grid min-w-0 content-start gap-1.5">
      <label htmlFor={id} className="font-semibold text-sm">
        {t('upTo')}
      </label>
      <Select
        id={id}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value ? Number(event.target.value) : null)}
      >
        <option value="">{t('anyPrice')}</option>
        {limits.map((amount) => (
          <option key={amount} value={amount}>
            {t('upToPrice', { price: formatMoney({ amount, currency }, locale) })}
          </option>
        ))}
      </Select>
    </div>
  );
}
