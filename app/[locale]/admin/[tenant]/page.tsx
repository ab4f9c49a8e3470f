import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/admin/page-head';
import { staffPage } from '@/lib/http/staff';
import { redirect } from '@/lib/i18n/navigation';
import { may } from '@/lib/staff/policy';

type Props = PageProps<'/[locale]/admin/[tenant]'>;

/** What is held at this moment; for who only works at the door, tonight's events. */
export default async function NowPage({ params }: Props) {
  const { member, tenant, locale } = await staffPage(params, 'events.see');
  if (!may(member.role, 'locks.see')) redirect({ href: `/admin/${tenant.slug}/events`, locale });
  const t = await getTranslations('admin.now');
  return <PageHead title={t('title')} line={t('line')} />;
}
