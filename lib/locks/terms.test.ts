import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extendedDeadline, guaranteedDeadline, type LockTerms, lastDeadline } from './terms';

const minute = 60_000;

/** A lock of fifteen minutes, made at 0, with ten extensions. */
const fresh: LockTerms = {
  lockedAtMs: 0,
  deadlineMs: 15 * minute,
  durationMs: 15 * minute,
  maxExtensions: 10,
  extensions: 0,
};

/** Any lock and any moment of its life, payment window or not. */
const lives = fc
  .record({
    lockedAtMs: fc.integer({ min: 0, max: 1e12 }),
    durationMs: fc.integer({ min: 1, max: 24 * 60 * minute }),
    maxExtensions: fc.integer({ min: 0, max: 20 }),
    extensions: fc.integer({ min: 0, max: 20 }),
    windowMs: fc.constantFrom(0, 10 * minute),
    lived: fc.double({ min: 0, max: 1, noNaN: true }),
    left: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ windowMs, lived, left, ...terms }) => {
    const lock = {
      ...terms,
      deadlineMs: 0,
      extensions: Math.min(terms.extensions, terms.maxExtensions),
    };
    const most = lastDeadline(lock) + windowMs;
    lock.deadlineMs = Math.round(lock.lockedAtMs + (most - lock.lockedAtMs) * left);
    const nowMs = Math.round(lock.lockedAtMs + (lock.deadlineMs - lock.lockedAtMs) * lived);
    return { lock, nowMs };
  });
const asked = fc.option(fc.integer({ min: 1, max: 48 * 60 * minute }));

describe('an extension', () => {
  test('gives the full duration from now, when nothing else is asked', () => {
    expect(extendedDeadline(fresh, 5 * minute, null)).toBe(20 * minute);
  });

  test('gives what is asked, where that is later than before', () => {
    expect(extendedDeadline(fresh, 14 * minute, 5 * minute)).toBe(19 * minute);
  });

  test('never takes time away, never passes the full duration from now, nor the end of its life', () => {
    fc.assert(
      fc.property(lives, asked, ({ lock, nowMs }, askedMs) => {
        const deadline = extendedDeadline(lock, nowMs, askedMs);
        if (lock.extensions === lock.maxExtensions) {
          expect(deadline).toBeNull();
          return;
        }
        expect(deadline).toBeGreaterThanOrEqual(lock.deadlineMs);
        expect(deadline).toBeLessThanOrEqual(Math.max(lock.deadlineMs, nowMs + lock.durationMs));
        expect(deadline).toBeLessThanOrEqual(Math.max(lock.deadlineMs, lastDeadline(lock)));
        if (askedMs !== null) {
          expect(deadline).toBeLessThanOrEqual(Math.max(lock.deadlineMs, nowMs + askedMs));
        }
      }),
    );
  });

  test('made ten times in a row, each at the last moment, is full every time', () => {
    let lock = fresh;
    for (let used = 1; used <= 10; used++) {
      const nowMs = lock.deadlineMs;
      const deadlineMs = extendedDeadline(lock, nowMs, null) as number;
      expect(deadlineMs).toBe(nowMs + fresh.durationMs);
      lock = { ...lock, deadlineMs, extensions: used };
    }
    expect(lock.deadlineMs).toBe(lastDeadline(fresh));
    expect(extendedDeadline(lock, lock.deadlineMs, null)).toBeNull();
  });
});

describe('entering payment', () => {
  test('guarantees the window from now, and takes nothing from a lock that has longer', () => {
    expect(guaranteedDeadline(fresh, 14 * minute, 10 * minute)).toBe(24 * minute);
    expect(guaranteedDeadline(fresh, minute, 10 * minute)).toBe(15 * minute);
  });

  test('never passes the end of its life by more than one window', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 1, max: 60 * minute }), ({ lock, nowMs }, windowMs) => {
        fc.pre(lock.deadlineMs <= lastDeadline(lock));
        const deadline = guaranteedDeadline(lock, nowMs, windowMs);
        expect(deadline).toBeLessThanOrEqual(lastDeadline(lock) + windowMs);
        expect(deadline).toBeGreaterThanOrEqual(lock.deadlineMs);
        expect(deadline).toBeGreaterThanOrEqual(nowMs + windowMs);
      }),
    );
  });
});
