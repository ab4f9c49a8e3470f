import { useLocale, useTranslations } from 'next-intl';
import { Pill } from '@/components/admin/pill';
import { shortDay } from '@/lib/i18n/dates';
import type { Member, Role } from '@/lib/staff/schema';
import { ChangeRole } from './change-role';
import { LeaveTeam, RemoveMember } from './remove-member';

type Row = { userId: string; name: string; email: string; role: Role; since: Date };
type Props = {
  house: { slug: string; name: string; timeZone: string };
  members: Row[];
  reader: Member;
  mayChange: boolean;
};

const headingId = 'team-members';

/** Everybody on the team, with what the reader may change of each. */
export function MembersList({ house, members, reader, mayChange }: Props) {
  const t = useTranslations('admin.team');
  const roles = useTranslations('admin.roles');
  const locale = useLocale();
  const owners = members.filter(({ role }) => role === 'owner');
  return (
    <section aria-labelledby={headingId} className="grid gap-3">
      <h2 id={headingId} tabIndex={-1} className="font-display text-2xl outline-none">
        {t('members')}{' '}
        <span className="ml-2 font-sans text-base text-muted">
          {t('membersCount', { count: members.length })}
        </span>
      </h2>
      <ul className="divide-y divide-line/60 rounded-card border border-line bg-raised">
        {members.map((member) => {
          const isMe = member.userId === reader.userId;
          const stays = member.role === 'owner' && owners.length === 1;
          return (
            <li
              key={member.userId}
              data-slot="member"
              className="grid gap-x-4 gap-y-2 px-4 py-3 md:grid-cols-[minmax(0,1fr)_7rem_auto] md:items-center"
            >
              <div className="min-w-0">
                <p className="font-semibold">
                  {member.name}
                  {isMe && <span className="font-normal text-muted"> ({t('you')})</span>}
                </p>
                <p className="break-all text-muted text-sm">{member.email}</p>
                <p className="text-muted text-sm">
                  {t('since', { date: shortDay(member.since, locale, house.timeZone) })}
                </p>
              </div>
              <div>
                <Pill>{roles(member.role)}</Pill>
              </div>
              <div className="flex flex-wrap items-center gap-2 md:min-w-64 md:justify-end">
                {stays && <p className="text-muted text-sm">{t('onlyOwner')}</p>}
                {mayChange && !stays && (
                  <ChangeRole
                    tenant={house.slug}
                    member={member}
                    isMe={isMe}
                    focusAfter={headingId}
                  />
                )}
                {mayChange && !isMe && (
                  <RemoveMember tenant={house.slug} member={member} focusAfter={headingId} />
                )}
                {isMe && !stays && (
                  <LeaveTeam house={house} userId={member.userId} focusAfter={headingId} />
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
