import { describe, expect, it } from 'vitest';
import { ago } from './ago';

describe('how long ago something was', () => {
  it.each([
    [0, null, null],
    [59.9, null, null],
    [60, 'hace 1 minuto', '1 minute ago'],
    [3_599, 'hace 59 minutos', '59 minutes ago'],
    [7_300, 'hace 2 horas', '2 hours ago'],
    [86_400, 'hace 1 día', '1 day ago'],
    [86_400 * 29.9, 'hace 29 días', '29 days ago'],
  ])('%d seconds is said in whole units, rounded down', (seconds, es, en) => {
    expect([ago(seconds, 'es'), ago(seconds, 'en')]).toEqual([es, en]);
  });
});
