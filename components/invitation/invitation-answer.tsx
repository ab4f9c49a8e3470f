import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Door } from '@/components/sign-in/enter';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { SignOutButton } from '@/components/sign-in/sign-out-button';
import { Link } from '@/lib/i18n/navigation';
import type { InvitationLink } from '@/lib/staff/schema';
import { AcceptButton } from './accept-button';

type Props = {
  link: InvitationLink;
  /** Whom the invitation is for. */
  email: string;
  /** Who looks at it; null: nobody in particular. */
  reader: { email: string } | null;
  door: Door;
};

/** What the reader can do about an open invitation: come in first, change account, or accept. */
export function InvitationAnswer({ link, email, reader, door }: Props) {
  const t = useTranslations('admin.invitation');
  const locale = useLocale();
  const here = `/invitation/${link.id}?${new URLSearchParams({ key: link.key })}`;
  const returnTo = `/${locale}${here}`;
  if (!reader) {
    const registering = door === 'register';
    const other = registering ? 'credentials' : 'register';
    return (
      <Answer title={t(registering ? 'registerTitle' : 'signInTitle')}>
        <p className="text-muted">{t('forAddress', { email })}</p>
        <SignInForm key={door} door={door} returnTo={returnTo} email={email} />
        <Link
          href={`${here}&mode=${other}`}
          replace
          className="inline-flex min-h-11 items-center justify-self-start font-semibold text-accent underline underline-offset-4"
        >
          {t(registering ? 'toSignIn' : 'toRegister')}
        </Link>
      </Answer>
    );
  }
  if (reader.email !== email) {
    return (
      <Answer title={t('otherTitle')}>
        <p className="text-muted">{t('otherLine', { email, mine: reader.email })}</p>
        <SignOutButton size="lg" returnTo={returnTo}>
          {t('changeAccount')}
        </SignOutButton>
      </Answer>
    );
  }
  return (
    <Answer>
      <p className="text-muted">{t('acceptAs', { email })}</p>
      <AcceptButton link={link} failed={t('acceptFailed')}>
        {t('accept')}
      </AcceptButton>
    </Answer>
  );
}

function Answer({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className="grid gap-4 rounded-card border border-line bg-raised p-5 shadow-lift sm:p-7">
      {title && <h2 className="font-display text-2xl">{title}</h2>}
      {children}
    </section>
  );
}
