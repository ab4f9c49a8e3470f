'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { settingLimits } from '@/lib/settings';
import { settingNames } from '@/lib/tenants/policy';
import { choicesOf, type Draft, isFigure, type SettingField, typed, type Values } from './draft';
import { FigureChoice } from './figure-choice';
import { RadioLine } from './radio-line';
import { useSettingWords } from './use-setting-words';

type Props = {
  field: SettingField;
  part: Draft[SettingField];
  /** What holds as saved, and what would hold if the form were. */
  holds: Values;
  wouldHold: Values;
  inherited: Values;
  fromVariable: boolean;
  wrong: boolean;
  /** How it works together with others, as the form stands. */
  together: ReactNode;
  onChange: (part: Draft[SettingField]) => void;
};

/** One setting: what it does, what holds, what it would inherit and from where, and the choice. */
export function SettingRow(props: Props) {
  const { field, part, holds, wouldHold, inherited, fromVariable, wrong, together, onChange } =
    props;
  const t = useTranslations('admin.settings');
  const locale = useLocale();
  const { value } = useSettingWords();
  const id = `setting-${field}`;
  const { column, variable } = settingNames[field];
  const limits = isFigure(field) ? settingLimits[field] : null;
  const range = limits && {
    min: typed(limits.min, locale),
    max: typed(limits.max, locale),
  };
  const kind = limits && 'whole' in limits ? 'Whole' : '';
  return (
    <fieldset
      aria-describedby={`${id}-line`}
      className="min-w-0 border-line border-t pt-5 pb-6 first-of-type:border-t-0"
    >
      <legend className="float-left w-full font-semibold text-lg leading-snug">
        {t(`fields.${field}.name`)}
      </legend>
      <div className="clear-both grid grid-cols-1 gap-x-10 gap-y-4 pt-1 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 grid-cols-1 content-start gap-2">
          <p className="text-muted text-xs">
            <code className="wrap-anywhere">{column}</code>
          </p>
          <p id={`${id}-line`} className="max-w-prose text-sm">
            {t(`fields.${field}.line`)}
          </p>
          {together && <p className="max-w-prose text-muted text-sm">{together}</p>}
          <p className="text-sm">
            {t('holds')}{' '}
            <strong className="tabular-nums" data-slot="in-force">
              {value(field, holds[field])}
            </strong>
            {!wrong && wouldHold[field] !== holds[field] && (
              <span className="text-accent">
                {' · '}
                {t('wouldHold')}{' '}
                <strong className="tabular-nums">{value(field, wouldHold[field])}</strong>
              </span>
            )}
          </p>
        </div>
        <div className="grid min-w-0 grid-cols-1 content-start">
          <RadioLine name={id} checked={!part.own} onPick={() => onChange({ ...part, own: false })}>
            {t('inherit')}: <strong>{value(field, inherited[field])}</strong>
            <span className="block text-muted text-sm">
              {fromVariable && variable ? (
                <>
                  {t('fromVariable')} <code className="wrap-anywhere">{variable}</code>
                </>
              ) : (
                t('fromDefault')
              )}
            </span>
          </RadioLine>
          {isFigure(field) ? (
            <FigureChoice
              id={id}
              label={t(`fields.${field}.name`)}
              unit={t(`unitNames.${field}`)}
              hint={range && t(`limits${kind}`, range)}
              error={wrong && range ? t(`wrong${kind}`, range) : null}
              part={part}
              onChange={onChange}
            />
          ) : (
            choicesOf(field as 'autoExtend' | 'orphanRule').map((choice) => (
              <RadioLine
                key={choice}
                name={id}
                checked={part.own && part.text === choice}
                onPick={() => onChange({ own: true, text: choice })}
              >
                {t(`choices.${choice as 'true' | 'false' | 'off' | 'lenient' | 'strict'}`)}
              </RadioLine>
            ))
          )}
        </div>
      </div>
    </fieldset>
  );
}
