'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { currencies } from '@/lib/tenants/currencies';

type Props = {
  value: string;
  /** There are sales or carts in it. */
  fixed: boolean;
  error: string | undefined;
  onChange: (value: string) => void;
};

/** What the house charges in; told, and not to be chosen, once anything was sold. */
export function CurrencyField({ value, fixed, error, onChange }: Props) {
  const t = useTranslations('admin.settings.house');
  const errors = useTranslations('errors');
  const locale = useLocale();
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const named = (code: string) => `${code} · ${names.of(code) ?? code}`;
  if (fixed) {
    return (
      <div className="grid gap-1.5">
        <p className="font-semibold text-sm">{t('currency')}</p>
        <p>{named(value)}</p>
        <p className="text-muted text-sm">{errors('currency_in_use')}</p>
      </div>
    );
  }
  return (
    <Field id="house-currency" label={t('currency')} hint={t('hints.currency')} error={error}>
      <Select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {currencies.map((code) => (
          <option key={code} value={code}>
            {named(code)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
