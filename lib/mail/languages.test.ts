import { describe, expect, it } from 'vitest';
import { alertMail, confirmationMail, invitationMail } from './service';
import { letter, order, telling } from './testing/letters';

const options = { publicUrl: 'https://butaca.example', messageKey: 'event-1' };

const mails = {
  confirmation: (locale) => confirmationMail({ ...order, locale }, options),
  invitation: (locale) => invitationMail({ ...letter, locale }, options),
  alert: (locale) => alertMail({ ...telling, reader: { ...telling.reader, locale } }, options),
} satisfies Record<string, (locale: 'es' | 'en') => Promise<unknown>>;

describe.each(Object.entries(mails))('the mail of the %s', (_, mail) => {
  it.each(['es', 'en'] as const)('is said to be in its reader’s language: %s', async (locale) => {
    const { html } = await mail(locale);
    const said = [...html.matchAll(/<(\w+)[^>]*\slang="(\w+)"/g)].map(([, tag, lang]) => [
      tag,
      lang,
    ]);
    // Mail programs drop the root, and go by what stands within the body.
    expect(said.map(([tag]) => tag)).toEqual(expect.arrayContaining(['html', 'body', 'td']));
    expect(said.filter(([, lang]) => lang !== locale)).toEqual([]);
    expect(html).toContain(`/${locale}/`);
  });
});
