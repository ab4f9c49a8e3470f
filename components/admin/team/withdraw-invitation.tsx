'use client';

import { useTranslations } from 'next-intl';
import { withdrawInvitationAction } from '@/lib/staff/staff-actions';
import { TeamDialog } from './team-dialog';

type Props = { tenant: string; id: string; email: string; focusAfter: string };

/** Takes an invitation back before it is answered. */
export function WithdrawInvitation({ tenant, id, email, focusAfter }: Props) {
  const t = useTranslations('admin.team');
  return (
    <TeamDialog
      ask={{ words: t('withdraw'), label: t('withdrawOf', { email }), variant: 'quiet' }}
      title={t('withdrawTitle')}
      line={t('withdrawLine', { email })}
      confirm={{ words: t('withdraw'), variant: 'danger' }}
      change={() => withdrawInvitationAction(tenant, id)}
      done={t('withdrawn', { email })}
      focusAfter={focusAfter}
    />
  );
}
