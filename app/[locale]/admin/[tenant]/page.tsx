import { getTranslations } from 'next-intl/server';
import { NowRoom } from '@/components/admin/now/now-room';
import { PageHead } from '@/components/admin/page-head';
import { staffPage } from '@/lib/http/staff';
import { redirect } from '@/lib/i18n/navigation';
import { may } from '@/lib/staff/policy';
import { isUuid } from '@/lib/uuid';

type Props = PageProps<'/[locale]/admin/[tenant]'>;

/**
 * What is held at this moment; for who only works at the door, tonight's events. `?event=` and
 * `?q=` are what is filtered and searched from the start; `?by=session`: sessions stand together.
 */
export default async function NowPage({ params, searchParams }: Props) {
  const { member, tenant, locale } = await staffPage(params, 'events.see');
  if (!may(member.role, 'locks.see')) redirect({ href: `/admin/${tenant.slug}/events`, locale });
  const [t, { event, q, by }] = await Promise.all([getTranslations('admin.now'), searchParams]);
  const { slug, currency, timeZone } = tenant;
  const house = { slug, currency, timeZone, mayRelease: may(member.role, 'locks.release') };
  const wanted = {
    ...(typeof event === 'string' && isUuid(event) ? { eventId: event.toLowerCase() } : {}),
    ...(typeof q === 'string' ? { text: q.slice(0, 80) } : {}),
  };
  return (
    <>
      <PageHead title={t('title')} line={t('line')} />
      <NowRoom house={house} wanted={wanted} grouped={by === 'session'} />
    </>
  );
}
