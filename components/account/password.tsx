import { useTranslations } from 'next-intl';
import { passwordLengthMin } from '@/lib/users/schema';
import { PasswordForm } from './password-form';

/** The account's password. Its words are said here: the shop's pages do not carry them. */
export function Password({ email }: { email: string }) {
  const t = useTranslations('account.password');
  return (
    <section aria-labelledby="password" className="pb-12">
      <h2 id="password" className="font-display text-2xl">
        {t('title')}
      </h2>
      <p className="mt-1 max-w-prose text-muted">{t('line')}</p>
      <PasswordForm
        email={email}
        words={{
          current: t('current'),
          next: t('next'),
          submit: t('submit'),
          currentMissing: t('currentMissing'),
          nextMissing: t('nextMissing'),
          short: t('short', { min: passwordLengthMin }),
          wrong: t('wrong'),
          same: t('same'),
          done: t('done'),
          doneLine: t('doneLine'),
          doneLineOthers: t('doneLineOthers'),
          failed: t('failed'),
          signedOut: t('signedOut'),
          unavailable: t('unavailable'),
          unanswered: t('unanswered'),
          unansweredLine: t('unansweredLine'),
        }}
      />
    </section>
  );
}
