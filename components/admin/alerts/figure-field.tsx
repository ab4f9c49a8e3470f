'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Input } from '@/components/ui/input';
import { type FigureUnit, shownFigure } from './rule-figures';

type Props = {
  id: string;
  label: string;
  unit: FigureUnit;
  range: { initial: number; min: number; max: number };
  text: string;
  wrong: boolean;
  onChange: (text: string) => void;
};

/** A figure of a rule, with its unit, what it is from the start, and its range. */
export function FigureField({ id, label, unit, range, text, wrong, onChange }: Props) {
  const t = useTranslations('admin.alerts.rules');
  const locale = useLocale();
  const shown = (value: number) => shownFigure(value, unit, locale);
  const [min, max] = [shown(range.min), shown(range.max)];
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold text-sm">
        {label}
      </label>
      <div className="flex items-center gap-2.5">
        <Input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          aria-describedby={`${id}-unit ${id}-hint${wrong ? ` ${id}-error` : ''}`}
          aria-invalid={wrong ? true : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
          className="max-w-28 text-right tabular-nums"
        />
        <span id={`${id}-unit`} className="text-muted">
          {t(`units.${unit.key}`)}
        </span>
      </div>
      <p id={`${id}-hint`} className="text-muted text-sm">
        {t('initial', { value: shown(range.initial), min, max })}
      </p>
      {wrong && (
        <p id={`${id}-error`} className="font-medium text-danger text-sm">
          {t('wrong', { min, max })}
        </p>
      )}
    </div>
  );
}
