import { constantFrom, assert as forAll, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleKinds } from '@/lib/alerts/schema';
import { ruleSpecs } from '@/lib/alerts/specs';
import { readFigure, shownFigure, unitOf } from './rule-figures';

describe('a figure of a rule', () => {
  it('reads back as it is shown, in both languages', () => {
    const any = property(
      constantFrom(...ruleKinds),
      constantFrom('threshold' as const, 'windowSeconds' as const),
      constantFrom('es', 'en'),
      integer({ min: 0, max: 100 }),
      (kind, name, locale, part) => {
        const { min, max } = ruleSpecs[kind][name];
        const unit = unitOf(kind, name);
        const whole = Math.round((min + ((max - min) * part) / 100) / unit.step) * unit.step;
        const value = Math.min(max, Math.max(min, whole));
        expect(readFigure(shownFigure(value, unit, locale), unit)).toBeCloseTo(value, 6);
      },
    );
    forAll(any);
  });

  it('is taken with a comma or a point, and nothing else is', () => {
    const minutes = unitOf('session_units', 'windowSeconds');
    expect(readFigure('2,5', minutes)).toBe(150);
    expect(readFigure(' 2.5 ', minutes)).toBe(150);
    for (const text of ['', 'five', '1e3', '-4', '1,2,3'])
      expect(readFigure(text, minutes)).toBeNull();
  });

  it('of a share is written in percent', () => {
    const share = unitOf('event_share', 'threshold');
    expect(shownFigure(0.25, share, 'es')).toBe('25');
    expect(readFigure('30', share)).toBe(0.3);
  });
});
