'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Button, type ButtonProps } from '@/components/ui/button';
import { inPassing } from '@/components/ui/passing';
import { leave } from './auth-post';

type Props = Pick<ButtonProps, 'variant' | 'size' | 'className' | 'children'> & {
  /** Path of the page to show then; the front page, if none is given. */
  returnTo?: string;
};

/** Ends the session, then shows a fresh page to nobody in particular. */
export function SignOutButton({ returnTo, children, ...props }: Props) {
  const t = useTranslations('shell');
  const refused = useTranslations('signIn.refused');
  const locale = useLocale();
  const [pending, startLeaving] = useTransition();
  const signOut = () =>
    startLeaving(async () => {
      if (await leave()) window.location.assign(returnTo ?? `/${locale}`);
      else inPassing({ tone: 'error', title: refused('offline') });
    });
  return (
    <Button {...props} pending={pending} onClick={signOut}>
      {children ?? t('signOut')}
    </Button>
  );
}
