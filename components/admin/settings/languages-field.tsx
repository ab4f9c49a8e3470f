'use client';

import { useTranslations } from 'next-intl';
import { type Locale, routing } from '@/lib/i18n/routing';
import { RadioLine } from './radio-line';

type Props = {
  value: Locale[];
  names: Record<string, string>;
  error: string | undefined;
  onChange: (value: Locale[]) => void;
};

/** Both languages, with one of them first, or one alone: never none. */
const ways: Locale[][] = [
  ...routing.locales.map((first) => [first, ...routing.locales.filter((each) => each !== first)]),
  ...routing.locales.map((only) => [only]),
];

/** The languages that the house's pages are offered in. */
export function LanguagesField({ value, names, error, onChange }: Props) {
  const t = useTranslations('admin.settings.house');
  return (
    <fieldset id="house-languages" tabIndex={-1} aria-describedby="house-languages-hint">
      <legend className="font-semibold text-sm">{t('languages')}</legend>
      {ways.map((way) => (
        <RadioLine
          key={way.join()}
          name="house-languages"
          checked={way.join() === value.join()}
          onPick={() => onChange(way)}
        >
          {t(way.length === 1 ? 'onlyIn' : 'bothFirst', {
            language: names[way[0] as Locale] ?? '',
          })}
        </RadioLine>
      ))}
      <p id="house-languages-hint" className="text-muted text-sm">
        {t('hints.languages')}
      </p>
      {error && <p className="font-medium text-danger text-sm">{error}</p>}
    </fieldset>
  );
}
