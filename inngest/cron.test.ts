import { Cron } from 'croner';
import { describe, expect, it } from 'vitest';
import { cronEvery } from './cron';

describe('the schedule of a cleanup every so many minutes', () => {
  it.each([
    [0.1, '* * * * *'],
    [1, '* * * * *'],
    [5, '*/5 * * * *'],
    [7.5, '*/7 * * * *'],
    [60, '0 * * * *'],
    [90, '0 * * * *'],
    [150, '0 */2 * * *'],
    [1440, '0 0 * * *'],
  ])('of %s is %s', (minutes, pattern) => {
    expect(cronEvery(minutes)).toBe(pattern);
  });

  it('is never rarer than asked, by whole minutes', () => {
    for (const minutes of [0.5, 2, 7, 11, 45, 59, 61, 119, 300, 700, 1439, 1440]) {
      const runs = new Cron(cronEvery(minutes), { timezone: 'UTC' }).nextRuns(200);
      const gaps = runs.slice(1).map((run, at) => (+run - +runs[at]!) / 60_000);
      expect(Math.max(...gaps), `${minutes} min`).toBeLessThanOrEqual(Math.max(1, minutes));
    }
  });
});
