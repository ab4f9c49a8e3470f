import { describe, expect, it } from 'vitest';
import { drainLimits, errorSummary, retryDelayMs } from './policy';

describe('the wait after a failed delivery', () => {
  it('doubles with each failure and never passes its bound', () => {
    const waits = [1, 2, 3, 4].map((attempts) => retryDelayMs(attempts, 0.5));
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000]);
    for (const attempts of [11, 180, 100_000]) {
      expect(retryDelayMs(attempts, 0.5)).toBe(drainLimits.delayMaxMs);
    }
  });

  it('is spread by a quarter either way', () => {
    expect(retryDelayMs(1, 0)).toBe(3_750);
    expect(retryDelayMs(1, 1)).toBe(6_250);
  });

  it('adds up to about a week before an event is set aside', () => {
    const waits = Array.from({ length: drainLimits.attemptsMax }, (_, at) =>
      retryDelayMs(at + 1, 0.5),
    );
    const days = waits.reduce((sum, ms) => sum + ms, 0) / 86_400_000;
    expect(days).toBeGreaterThan(6);
    expect(days).toBeLessThan(8);
  });
});

describe('what is kept of an error', () => {
  it.each([
    ['a mail address', new Error('550 <ana@example.com> rejected'), 'ana@example.com'],
    ['a password in a URL', new Error('connect smtp://user:hunter2@host:587'), 'hunter2'],
    ['a token', new Error('Authorization: Bearer abc.def'), 'abc.def'],
    ['a signing key', new Error('wrong key signkey-prod-0123abcd'), '0123abcd'],
  ])('leaves out %s', (_, error, secret) => {
    expect(errorSummary(error)).not.toContain(secret);
  });

  it('is the name and the message, cut short', () => {
    expect(errorSummary(new TypeError('no mail server'))).toBe('TypeError: no mail server');
    expect(errorSummary(new Error('x'.repeat(10_000)))).toHaveLength(500);
    expect(errorSummary('a text')).toBe('a text');
  });
});
