import { createTranslator } from 'next-intl';
import { longDate } from '@/lib/i18n/dates';
import type { InvitationLetter } from '@/lib/staff/schema';
import en from '@/messages/en.json';
import es from '@/messages/es.json';

const messages = { es, en };

/** An invitation in the words that both its HTML and its plain text say. */
export type InvitationWording = ReturnType<typeof invitationWording>;

/** @param publicUrl where people reach the site, without a slash at the end */
export function invitationWording(letter: InvitationLetter, publicUrl: string) {
  const { locale, tenant } = letter;
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'mail.invitation' });
  const roles = createTranslator({ locale, messages: messages[locale], namespace: 'admin.roles' });
  const house = tenant.name;
  const role = roles(letter.role);
  const from = letter.inviter ? { inviter: letter.inviter, house } : null;
  return {
    locale,
    organizer: house,
    subject: from ? t('subject', from) : t('subjectNobody', { house }),
    preview: t('preview', { role }),
    title: t('title', { house }),
    lead: from ? t('lead', { ...from, role }) : t('leadNobody', { house, role }),
    open: t('open'),
    url: `${publicUrl}/${locale}/invitation/${letter.id}?key=${encodeURIComponent(letter.key)}`,
    until: t('until', {
      date: longDate(letter.expiresAt.toISOString(), locale, tenant.timeZone),
    }),
    urlHint: t('urlHint'),
    unexpected: t('unexpected'),
    footer: t('footer', { house }),
  };
}

/** The invitation for those who read mail as text: the same words, in the same order. */
export function invitationText(wording: InvitationWording): string {
  const { title, lead, open, url, until, unexpected, footer } = wording;
  return `${[title, lead, `${open}:\n${url}`, until, unexpected, footer].join('\n\n')}\n`;
}
