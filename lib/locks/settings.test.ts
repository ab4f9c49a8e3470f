import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lockDefaults, type OwnSettings, settingsFrom } from '@/lib/settings';

const nothingSet: OwnSettings = {
  duration: null,
  warning: null,
  limit: null,
  autoExtend: null,
  extensions: null,
  graceSeconds: null,
  paymentWindow: null,
  orphanRule: null,
};

describe('a tenant’s settings of its locks', () => {
  test('inherit what is not set', () => {
    expect(settingsFrom(undefined, lockDefaults)).toEqual(lockDefaults);
    expect(settingsFrom(nothingSet, lockDefaults)).toEqual(lockDefaults);
  });

  test('replace what is set, off and zero included', () => {
    const row = { ...nothingSet, limit: 4, autoExtend: false, extensions: 0, graceSeconds: 0 };
    expect(settingsFrom(row, lockDefaults)).toMatchObject({
      maxLocksPerSession: 4,
      autoExtend: false,
      maxExtensions: 0,
      abandonGraceMs: 0,
      durationMs: lockDefaults.durationMs,
    });
  });

  test('never warn at once, however short the duration', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1440, noNaN: true }), (duration) => {
        const { warningMs, durationMs } = settingsFrom({ ...nothingSet, duration }, lockDefaults);
        expect(warningMs).toBeGreaterThan(0);
        expect(warningMs).toBeLessThan(durationMs / 2);
      }),
    );
  });
});
