import {
  type LockSettings,
  type OwnSettings,
  orphanRules,
  settingLimits,
  settingsFrom,
} from '@/lib/settings';
import { ownSettingsSchema } from '@/lib/tenants/schema';

export type SettingField = keyof OwnSettings;
export type FigureField = keyof typeof settingLimits;

/** A setting as the form has it: inherited or the house's own, and what is written in its box. */
export type Draft = Record<SettingField, { own: boolean; text: string }>;

export const isFigure = (field: SettingField): field is FigureField => field in settingLimits;

/** The values to choose from, of a setting that is no figure. */
export const choicesOf = (field: 'autoExtend' | 'orphanRule'): readonly string[] =>
  field === 'autoExtend' ? ['true', 'false'] : orphanRules;

/** Settings in the units that people set them in. */
export type Values = { [F in SettingField]: NonNullable<OwnSettings[F]> };

export function valuesOf(settings: LockSettings): Values {
  return {
    duration: settings.durationMs / 60_000,
    warning: settings.warningMs / 60_000,
    limit: settings.maxLocksPerSession,
    autoExtend: settings.autoExtend,
    extensions: settings.maxExtensions,
    graceSeconds: settings.abandonGraceMs / 1000,
    paymentWindow: settings.paymentWindowMs / 60_000,
    orphanRule: settings.orphanRule,
  };
}

/** A figure as it is typed: with the language's own decimal sign, without thousands'. */
export function typed(value: number, locale: string): string {
  return value.toLocaleString(locale, { useGrouping: false, maximumFractionDigits: 4 });
}

/** Null for what is no figure; point and comma are both decimal signs. */
export function figureIn(text: string): number | null {
  return /^\d+(?:[.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null;
}

/** The form as it opens: in each box the house's own value, else what it inherits. */
export function draftOf(own: OwnSettings, inherited: LockSettings, locale: string): Draft {
  const values = valuesOf(inherited);
  const fields = Object.keys(own) as SettingField[];
  const parts = fields.map((field) => {
    const value = own[field] ?? values[field];
    const text = typeof value === 'number' ? typed(value, locale) : String(value);
    return [field, { own: own[field] !== null, text }];
  });
  return Object.fromEntries(parts) as Draft;
}

function valueIn(field: SettingField, { own, text }: Draft[SettingField]): unknown {
  if (!own) return null;
  if (field === 'autoExtend') return text === 'true';
  return isFigure(field) ? (figureIn(text) ?? text) : text;
}

/** What the form says, and which fields of it cannot be; those count as inherited. */
export function readDraft(draft: Draft): { settings: OwnSettings; wrong: SettingField[] } {
  const fields = Object.keys(draft) as SettingField[];
  const given = Object.fromEntries(fields.map((field) => [field, valueIn(field, draft[field])]));
  const wrong = fields.filter(
    (field) => !ownSettingsSchema.shape[field].safeParse(given[field]).success,
  );
  const passing = { ...given, ...Object.fromEntries(wrong.map((field) => [field, null])) };
  return { settings: ownSettingsSchema.parse(passing), wrong };
}

/**
 * The form after somebody else has saved: what was not touched here becomes what holds now, what
 * was touched stays as it was written.
 */
export function rebased(draft: Draft, before: Draft, now: Draft): Draft {
  const fields = Object.keys(draft) as SettingField[];
  const kept = fields.map((field) => {
    const [mine, was] = [draft[field], before[field]];
    const touched = mine.own !== was.own || (mine.own && mine.text !== was.text);
    return [field, touched ? mine : now[field]];
  });
  return Object.fromEntries(kept) as Draft;
}

/** What would hold in the house if the form were saved. */
export function inForce(settings: OwnSettings, inherited: LockSettings): Values {
  return valuesOf(settingsFrom(settings, inherited));
}
