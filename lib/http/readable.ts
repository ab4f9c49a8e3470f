import { createTranslator } from 'next-intl';
import type { DomainError } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/routing';
import en from '@/messages/en.json';
import es from '@/messages/es.json';
import { problemOf, problemResponse } from './problem';

const messages = { es, en };

/** Whether a person's browser goes to the address, and shows what it answers. */
const isOpened = ({ headers }: Request) =>
  headers.get('sec-fetch-mode') === 'navigate' || !!headers.get('accept')?.includes('text/html');

/**
 * A refusal by an address that people open, with the status and the headers of the problem: a line
 * in words where a person reads it. A program's is thrown, for `route` to answer.
 */
export function readableRefusal(request: Request, error: DomainError, locale: Locale): Response {
  if (!isOpened(request)) throw error;
  const { status, headers } = problemResponse(problemOf(error, ''));
  headers.set('content-type', 'text/plain; charset=utf-8');
  headers.set('content-language', locale);
  headers.set('x-content-type-options', 'nosniff');
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'errors' });
  return new Response(`${t(error.code)}\n`, { status, headers });
}
