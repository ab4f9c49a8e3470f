'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { FixedField } from './fixed-field';

type Props = {
  value: string;
  /** By code, in the order in which they are offered. */
  names: Record<string, string>;
  /** There have been sales or carts in it. */
  fixed: boolean;
  error: string | undefined;
  onChange: (value: string) => void;
};

/** What the house charges in; told, and not to be chosen, once anything was held or sold. */
export function CurrencyField({ value, names, fixed, error, onChange }: Props) {
  const t = useTranslations('admin.settings.house');
  const named = (code: string) => `${code} · ${names[code] ?? code}`;
  if (fixed) {
    return <FixedField label={t('currency')} value={named(value)} code="currency_in_use" />;
  }
  return (
    <Field id="house-currency" label={t('currency')} hint={t('hints.currency')} error={error}>
      <Select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {Object.keys(names).map((code) => (
          <option key={code} value={code}>
            {named(code)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
