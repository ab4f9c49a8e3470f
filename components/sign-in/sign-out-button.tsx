'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Button, type ButtonProps } from '@/components/ui/button';
import { inPassing } from '@/components/ui/passing';
import { leave } from './auth-post';

/** Ends the session, then shows the front page to nobody in particular. */
export function SignOutButton(props: Pick<ButtonProps, 'variant' | 'size' | 'className'>) {
  const t = useTranslations('shell');
  const refused = useTranslations('signIn.refused');
  const locale = useLocale();
  const [pending, startLeaving] = useTransition();
  const signOut = () =>
    startLeaving(async () => {
      if (await leave()) window.location.assign(`/${locale}`);
      else inPassing((toast) => toast.error(refused('offline')));
    });
  return (
    <Button {...props} pending={pending} onClick={signOut}>
      {t('signOut')}
    </Button>
  );
}
