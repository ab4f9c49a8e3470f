'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { currencies } from '@/lib/tenants/currencies';
import { FixedField } from './fixed-field';

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
  const locale = useLocale();
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const named = (code: string) => `${code} · ${names.of(code) ?? code}`;
  if (fixed) {
    return <FixedField label={t('currency')} value={named(value)} code="currency_in_use" />;
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
