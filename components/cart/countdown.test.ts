import { describe, expect, it } from 'vitest';
import { faceOf, nextChangeMs, phaseOf, remainingAt, thresholdDue } from './countdown';

const minute = 60_000;
const warningMs = 2 * minute;

describe('the countdown', () => {
  it('counts from the answer on the page’s own clock, and never below nothing', () => {
    const anchor = { remainingMs: 10_000, at: 5_000 };
    expect(remainingAt(anchor, 5_000)).toBe(10_000);
    expect(remainingAt(anchor, 9_000)).toBe(6_000);
    expect(remainingAt(anchor, 99_000)).toBe(0);
  });

  it('moves in minutes until the last two, then in seconds', () => {
    expect(faceOf(15 * minute)).toEqual({ unit: 'minutes', minutes: 15 });
    expect(faceOf(14 * minute - 1)).toEqual({ unit: 'minutes', minutes: 14 });
    expect(faceOf(2 * minute + 1)).toEqual({ unit: 'minutes', minutes: 3 });
    expect(faceOf(2 * minute)).toEqual({ unit: 'seconds', text: '2:00' });
    expect(faceOf(61_000)).toEqual({ unit: 'seconds', text: '1:01' });
    expect(faceOf(400)).toEqual({ unit: 'seconds', text: '0:01' });
    expect(faceOf(0)).toEqual({ unit: 'seconds', text: '0:00' });
  });

  it('is calm until the warning', () => {
    expect(phaseOf(warningMs + 1, warningMs)).toBe('calm');
    expect(phaseOf(warningMs, warningMs)).toBe('warning');
    expect(phaseOf(minute, warningMs)).toBe('last');
    expect(phaseOf(0, warningMs)).toBe('over');
  });

  it('wakes when the face or the phase changes, not before', () => {
    for (const start of [15 * minute, 6.5 * minute, 2 * minute + 10, 61_300, 900]) {
      let remaining = start;
      for (let step = 0; step < 400 && remaining > 0; step++) {
        const wait = nextChangeMs(remaining, warningMs);
        const before = faceOf(remaining);
        expect(wait).toBeGreaterThan(0);
        expect(faceOf(remaining - wait * 0.5)).toEqual(before);
        expect(phaseOf(remaining - wait * 0.5, warningMs)).toBe(phaseOf(remaining, warningMs));
        remaining -= wait;
      }
      expect(remaining).toBe(0);
    }
    expect(nextChangeMs(0, warningMs)).toBe(0);
  });
});

describe('what is said aloud', () => {
  const said = (warning: number, moments: number[]) => {
    const told = new Set<'warning' | 'minute'>();
    return moments.map((remaining) => {
      const due = thresholdDue(remaining, warning, told);
      if (due) told.add(due);
      return due;
    });
  };

  it('is the warning and the last minute, once each', () => {
    const moments = [5 * minute, warningMs, warningMs - 1_000, minute, 59_000, 1_000, 0];
    expect(said(warningMs, moments)).toEqual([null, 'warning', null, 'minute', null, null, null]);
  });

  it('is only the last minute to one who comes back that late', () => {
    expect(said(warningMs, [30_000, 29_000])).toEqual(['minute', null]);
  });

  it('is only the warning where that comes within the last minute', () => {
    expect(said(30_000, [minute, 30_000, 20_000])).toEqual([null, 'warning', null]);
  });
});
