import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import en from '@/messages/en.json';
import es from '@/messages/es.json';
import { changeOf } from './change';
import { ChangeWords } from './change-words';

/** What is read of a figure beside the one before, without its markup. */
function read(locale: 'es' | 'en', now: number, before: number): string {
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="UTC" messages={{ es, en }[locale]}>
      <ChangeWords change={changeOf(now, before)} before={`${before}`} write={String} />
    </NextIntlClientProvider>,
  );
  return markup.replace(/<[^>]*>/g, '').replace(/\u00a0/g, ' ');
}

describe('a figure beside the one of the period before', () => {
  it.each([
    ['es', 1_000, 1_000, 'igual que antes (1000)'],
    ['es', 1_003, 1_000, 'casi igual que antes (1000)'],
    ['es', 997, 1_000, 'casi igual que antes (1000)'],
    ['es', 1_010, 1_000, '↑ 1 % más que antes (1000)'],
    ['es', 7, 9, '↓ 2 menos que antes (9)'],
    ['en', 1_000, 1_000, 'same as before (1000)'],
    ['en', 1_004, 1_000, 'almost the same as before (1000)'],
    ['en', 990, 1_000, '↓ 1% less than before (1000)'],
  ] as const)('in %s, %i after %i is said to be: %s', (locale, now, before, words) => {
    expect(read(locale, now, before)).toBe(words);
  });

  it('is never said to be 0 % more or less, whatever the two are', () => {
    for (let now = 900; now <= 1_100; now++) {
      expect(read('es', now, 1_000), `${now}`).not.toMatch(/(^|\D)0 %/);
    }
  });
});
