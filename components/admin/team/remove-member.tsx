'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from '@/lib/i18n/navigation';
import { leaveTeamAction, removeMemberAction } from '@/lib/staff/staff-actions';
import { TeamDialog } from './team-dialog';

type Person = { userId: string; name: string };
type House = { slug: string; name: string };

/** Takes somebody else off the team. */
export function RemoveMember({
  tenant,
  member: { userId, name },
  focusAfter,
}: {
  tenant: string;
  member: Person;
  focusAfter: string;
}) {
  const t = useTranslations('admin.team');
  return (
    <TeamDialog
      ask={{ words: t('remove'), label: t('removeOf', { name }), variant: 'quiet' }}
      title={t('removeTitle', { name })}
      line={t('removeLine')}
      confirm={{ words: t('removeOf', { name }), variant: 'danger' }}
      change={() => removeMemberAction(tenant, userId)}
      done={t('removed', { name })}
      focusAfter={focusAfter}
    />
  );
}

/** The reader's own way out. */
export function LeaveTeam({
  house,
  userId,
  focusAfter,
}: {
  house: House;
  userId: string;
  focusAfter: string;
}) {
  const t = useTranslations('admin.team');
  const router = useRouter();
  return (
    <TeamDialog
      ask={{ words: t('leave'), label: t('leave'), variant: 'quiet' }}
      title={t('leaveTitle', { house: house.name })}
      line={t('leaveLine')}
      confirm={{ words: t('leave'), variant: 'danger' }}
      change={() => leaveTeamAction(house.slug, userId)}
      done={t('left', { house: house.name })}
      focusAfter={focusAfter}
      onDone={() => router.replace('/admin')}
    />
  );
}
