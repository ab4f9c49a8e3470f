import { describe, expect, it } from 'vitest';
import { deviceOf } from './device';

const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const safari = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1';

describe('the device that a browser says it runs on', () => {
  it.each([
    [
      'phone',
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) ${safari} Mobile/15E148 Safari/604.1`,
    ],
    ['phone', `Mozilla/5.0 (Linux; Android 10; K) ${webKit} Chrome/142.0.0.0 Mobile Safari/537.36`],
    ['phone', 'Mozilla/5.0 (Android 15; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0'],
    [
      'tablet',
      `Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) ${safari} Mobile/15E148 Safari/604.1`,
    ],
    ['tablet', `Mozilla/5.0 (Linux; Android 14; SM-X710) ${webKit} Chrome/142.0.0.0 Safari/537.36`],
    ['tablet', 'Mozilla/5.0 (Android 14; Tablet; rv:144.0) Gecko/144.0 Firefox/144.0'],
    [
      'desktop',
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/142.0.0.0 Safari/537.36`,
    ],
    ['desktop', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${safari} Safari/605.1.15`],
    ['desktop', 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0'],
    [
      'desktop',
      `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webKit} Chrome/142.0.0.0 Safari/537.36`,
    ],
    ['program', 'curl/8.5.0'],
    ['program', 'node'],
    ['program', 'python-requests/2.32.3'],
    ['program', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
    ['program', 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)'],
    ['program', 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)'],
    ['program', `Mozilla/5.0 (X11; Linux x86_64) ${webKit} HeadlessChrome/142.0.0.0 Safari/537.36`],
    ['program', 'my-shop/1.0'],
    [null, ''],
    [null, '   '],
    [null, null],
    [null, undefined],
  ])('is a %s: %s', (kind, agent) => {
    expect(deviceOf(agent)).toBe(kind);
  });

  it('is told of an endless text in no time', () => {
    const started = performance.now();
    expect(deviceOf(`Mozilla/5.0 ${'android '.repeat(200_000)}`)).toBe('tablet');
    expect(performance.now() - started).toBeLessThan(100);
  });
});
