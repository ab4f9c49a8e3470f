import type { RuleKind } from '@/lib/alerts/schema';
import { written } from '@/lib/i18n/written';

export type FigureUnit = {
  key: 'units' | 'share' | 'times' | 'minutes';
  /** How many of what is kept one of what is shown is. */
  size: number;
  /** The finest that is kept. */
  step: number;
};

const units = {
  units: { key: 'units', size: 1, step: 1 },
  share: { key: 'share', size: 0.01, step: 0.01 },
  times: { key: 'times', size: 1, step: 0.1 },
  minutes: { key: 'minutes', size: 60, step: 1 },
} as const satisfies Record<FigureUnit['key'], FigureUnit>;

/** What people count a figure of a rule in. */
export function unitOf(kind: RuleKind, name: 'threshold' | 'windowSeconds'): FigureUnit {
  if (name === 'windowSeconds') return units.minutes;
  if (kind === 'event_share') return units.share;
  return kind === 'spike' ? units.times : units.units;
}

export function shownFigure(value: number, unit: FigureUnit, locale: string): string {
  const format = new Intl.NumberFormat(written(locale), {
    maximumFractionDigits: 4,
    useGrouping: false,
  });
  return format.format(value / unit.size);
}

/** Null where the text is no number. */
export function readFigure(text: string, unit: FigureUnit): number | null {
  const plain = text.trim().replace(',', '.');
  if (!/^\d+(\.\d*)?$/.test(plain)) return null;
  const steps = Math.round((Number(plain) * unit.size) / unit.step);
  return Number((steps * unit.step).toFixed(6));
}
