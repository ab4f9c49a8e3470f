'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { may } from '@/lib/staff/policy';
import { type Permission, permissions, type Role, roles } from '@/lib/staff/schema';
import { changeRoleAction } from '@/lib/staff/staff-actions';
import { TeamDialog } from './team-dialog';

type Props = {
  tenant: string;
  member: { userId: string; name: string; role: Role };
  isMe: boolean;
  focusAfter: string;
};

/** Another role for a member, with what they may do from then on that they may not now. */
export function ChangeRole({ tenant, member, isMe, focusAfter }: Props) {
  const t = useTranslations('admin.team');
  const names = useTranslations('admin.roles');
  const [role, setRole] = useState(member.role);
  const { userId, name } = member;
  const gained = permissions.filter((each) => may(role, each) && !may(member.role, each));
  const lost = permissions.filter((each) => !may(role, each) && may(member.role, each));
  return (
    <TeamDialog
      ask={{ words: t('changeRole'), label: t('changeRoleOf', { name }) }}
      title={t('changeRoleOf', { name })}
      line={t(isMe ? 'ownRoleLine' : 'roleChangeLine')}
      confirm={{ words: t('saveRole'), disabled: role === member.role }}
      change={() => changeRoleAction(tenant, { userId, role })}
      done={t('roleChanged', { name, role: names(role) })}
      focusAfter={focusAfter}
    >
      <Field label={t('newRole')} className="mt-5">
        <Select value={role} onChange={(event) => setRole(event.target.value as Role)}>
          {roles.map((each) => (
            <option key={each} value={each}>
              {each === member.role ? t('roleNow', { role: names(each) }) : names(each)}
            </option>
          ))}
        </Select>
      </Field>
      <div aria-live="polite" className="mt-4 grid gap-3 text-sm">
        {role === member.role && <p className="text-muted">{t('sameRole')}</p>}
        <Difference title={t('gains')} of={gained} />
        <Difference title={t('loses')} of={lost} />
      </div>
    </TeamDialog>
  );
}

function Difference({ title, of }: { title: string; of: Permission[] }) {
  const t = useTranslations('admin.team.may');
  if (of.length === 0) return null;
  return (
    <div>
      <p className="font-semibold">{title}</p>
      <ul className="mt-1 list-disc pl-5 text-muted">
        {of.map((permission) => (
          <li key={permission}>{t(permission)}</li>
        ))}
      </ul>
    </div>
  );
}
