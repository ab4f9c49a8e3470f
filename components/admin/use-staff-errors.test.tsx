import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { ErrorCode } from '@/lib/errors';
import en from '@/messages/en.json';
import es from '@/messages/es.json';
import { useStaffErrors } from './use-staff-errors';

function Said({ code }: { code: ErrorCode }) {
  return useStaffErrors()(code);
}

it.each([
  ['es', 'not_found', 'ya no formas parte de este equipo'],
  ['en', 'not_found', 'no longer on this team'],
  ['es', 'sign_in_required', 'Tu sesión se ha cerrado'],
  ['en', 'sign_in_required', 'You have been signed out'],
  ['es', 'forbidden', es.errors.forbidden],
] as const)(
  'in %s a refusal with %s says what may have happened meanwhile',
  (locale, code, words) => {
    const text = renderToStaticMarkup(
      <NextIntlClientProvider locale={locale} messages={{ es, en }[locale]} timeZone="UTC">
        <Said code={code} />
      </NextIntlClientProvider>,
    );
    expect(text).toContain(words);
  },
);
