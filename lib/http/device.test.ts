import { expect, test } from 'vitest';
import { deviceOf } from './device';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0';

test.each([
  [`Mozilla/5.0 (Linux; Android 10; K) ${webkit} Mobile Safari/537.36`, 'phone'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15', 'phone'],
  ['Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0', 'phone'],
  [`Mozilla/5.0 (Linux; Android 13; SM-X906C) ${webkit} Safari/537.36`, 'tablet'],
  ['Mozilla/5.0 (iPad; CPU OS 12_2 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148', 'tablet'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Safari/537.36`, 'desktop'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15', 'desktop'],
  ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'program'],
  ['curl/8.5.0', 'program'],
  ['node', 'program'],
  ['', null],
  [null, null],
])('%s is of kind %s', (said, kind) => {
  expect(deviceOf(said)).toBe(kind);
});

test('a long one is looked at no further than a browser’s own would go', () => {
  expect(deviceOf(`Mozilla/5.0 ${'x'.repeat(1_000_000)} Mobile`)).toBe('desktop');
});
