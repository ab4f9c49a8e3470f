'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { inPassing } from '@/components/ui/passing';
import { resendInvitationAction } from '@/lib/staff/staff-actions';
import { useTeamAction } from './use-team-action';

type Props = { tenant: string; id: string; email: string };

/** Another mail with another link. */
export function ResendInvitation({ tenant, id, email }: Props) {
  const t = useTranslations('admin.team');
  const { run, pending, refusal } = useTeamAction<void>();
  const resend = () =>
    run(
      () => resendInvitationAction(tenant, id),
      () => inPassing({ tone: 'success', title: t('resent', { email }) }),
    );
  return (
    <>
      <Button
        variant="secondary"
        size="sm"
        aria-label={t('resendTo', { email })}
        pending={pending}
        onClick={resend}
      >
        {t('resend')}
      </Button>
      <p role="alert" className="order-last basis-full text-danger text-sm empty:hidden">
        {refusal?.words}
      </p>
    </>
  );
}
