import { useLocale, useTranslations } from 'next-intl';
import { Pill } from '@/components/admin/pill';
import { shortDate } from '@/lib/i18n/dates';
import type { Role } from '@/lib/staff/schema';
import { ResendInvitation } from './resend-invitation';
import { WithdrawInvitation } from './withdraw-invitation';

type Row = {
  id: string;
  email: string;
  role: Role;
  inviter: string | null;
  expiresAt: Date;
  over: boolean;
};
type Props = {
  house: { slug: string; timeZone: string };
  invitations: Row[];
  mayChange: boolean;
};

const headingId = 'team-invitations';

/** Who was asked and has not answered, also those whose time ran out. */
export function InvitationsList({ house, invitations, mayChange }: Props) {
  const t = useTranslations('admin.team');
  const roles = useTranslations('admin.roles');
  const locale = useLocale();
  return (
    <section aria-labelledby={headingId} className="grid gap-3">
      <h2 id={headingId} tabIndex={-1} className="font-display text-2xl outline-none">
        {t('invitations')}
      </h2>
      {invitations.length === 0 && (
        <div className="rounded-card bg-sunken px-4 py-6 text-center">
          <p className="font-semibold">{t('noInvitations')}</p>
          {mayChange && <p className="mt-1 text-muted">{t('noInvitationsLine')}</p>}
        </div>
      )}
      {invitations.length > 0 && (
        <ul className="divide-y divide-line/60 rounded-card border border-line bg-raised">
          {invitations.map(({ id, email, role, inviter, expiresAt, over }) => {
            const date = shortDate(expiresAt.toISOString(), locale, house.timeZone);
            return (
              <li
                key={id}
                data-slot="invitation"
                className="grid gap-x-4 gap-y-2 px-4 py-3 md:grid-cols-[minmax(0,1fr)_7rem_auto] md:items-center"
              >
                <div className="min-w-0">
                  <p className="break-all font-semibold">{email}</p>
                  <p className="text-muted text-sm">
                    {inviter ? t('by', { name: inviter }) : t('byNobody')}
                  </p>
                  <p className={over ? 'font-medium text-sm text-warn' : 'text-muted text-sm'}>
                    {t(over ? 'over' : 'until', { date })}
                  </p>
                </div>
                <div>
                  <Pill>{roles(role)}</Pill>
                </div>
                {mayChange && (
                  <div className="flex flex-wrap items-center gap-2 md:min-w-64 md:justify-end">
                    <ResendInvitation tenant={house.slug} id={id} email={email} />
                    <WithdrawInvitation
                      tenant={house.slug}
                      id={id}
                      email={email}
                      focusAfter={headingId}
                    />
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
