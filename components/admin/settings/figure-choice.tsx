'use client';

import { useTranslations } from 'next-intl';
import { Input } from '@/components/ui/input';
import type { Draft, SettingField } from './draft';
import { RadioLine } from './radio-line';

type Props = {
  id: string;
  label: string;
  unit: string;
  hint: string | null;
  error: string | null;
  part: Draft[SettingField];
  onChange: (part: Draft[SettingField]) => void;
};

/** The house's own figure: writing one chooses it. */
export function FigureChoice({ id, label, unit, hint, error, part, onChange }: Props) {
  const t = useTranslations('admin.settings');
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <RadioLine name={id} checked={part.own} onPick={() => onChange({ ...part, own: true })}>
        {t('own')}
      </RadioLine>
      <div className="flex min-w-0 flex-1 basis-40 flex-wrap items-center gap-x-2.5">
        <Input
          id={id}
          aria-label={label}
          aria-describedby={[`${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')}
          aria-invalid={error ? true : undefined}
          inputMode="decimal"
          autoComplete="off"
          value={part.text}
          onChange={(event) => onChange({ own: true, text: event.currentTarget.value })}
          className="max-w-24 text-right tabular-nums"
        />
        <span className="text-muted">{unit}</span>
      </div>
      <p id={`${id}-hint`} className="basis-full pl-7.5 text-muted text-sm">
        {hint}
      </p>
      {error && (
        <p id={`${id}-error`} className="basis-full pl-7.5 font-medium text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  );
}
