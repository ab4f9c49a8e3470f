import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/admin/page-head';
import { InvitationsList } from '@/components/admin/team/invitations-list';
import { InviteForm } from '@/components/admin/team/invite-form';
import { MembersList } from '@/components/admin/team/members-list';
import { RolesTable } from '@/components/admin/team/roles-table';
import { Notice } from '@/components/ui/notice';
import { staffPage } from '@/lib/http/staff';
import { listOf } from '@/lib/i18n/lists';
import type { Locale } from '@/lib/i18n/routing';
import { unansweredInvitations } from '@/lib/staff/invitations';
import { may } from '@/lib/staff/policy';
import { teamMembers } from '@/lib/staff/team';

type Props = PageProps<'/[locale]/admin/[tenant]/team'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'admin.team' });
  return { title: t('title') };
}

/** Who works in the house. Owners change it here; a manager sees it, and whom to ask. */
export default async function TeamPage({ params }: Props) {
  const { ctx, tenant, member, locale } = await staffPage(params, 'team.see');
  const [members, invitations, t] = await Promise.all([
    teamMembers(ctx),
    unansweredInvitations(ctx),
    getTranslations('admin.team'),
  ]);
  const mayChange = may(member.role, 'team.change');
  const { slug, name, timeZone } = tenant;
  const house = { slug, name, timeZone };
  const owners = members.filter(({ role }) => role === 'owner').map((owner) => owner.name);
  return (
    <div className="mx-auto max-w-5xl">
      <PageHead title={t('title')} line={t('line')} />
      <div className="grid gap-8">
        {!mayChange && (
          <Notice title={t('readOnly')}>
            {t('readOnlyLine', { owners: listOf(owners, locale) })}
          </Notice>
        )}
        <MembersList house={house} members={members} reader={member} mayChange={mayChange} />
        {mayChange && <InviteForm tenant={slug} />}
        <InvitationsList house={house} invitations={invitations} mayChange={mayChange} />
        <RolesTable />
      </div>
    </div>
  );
}
