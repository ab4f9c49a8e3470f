import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EventsList } from '@/components/admin/events/events-list';
import { EventsTabs } from '@/components/admin/events/events-tabs';
import { PageHead } from '@/components/admin/page-head';
import { houseList } from '@/lib/events/house-list';
import { staffPage } from '@/lib/http/staff';
import type { Locale } from '@/lib/i18n/routing';
import { may } from '@/lib/staff/policy';

type Props = PageProps<'/[locale]/admin/[tenant]/events'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'admin.events' });
  return { title: t('title') };
}

/** What is to come and what is over, for everybody on the team. */
export default async function EventsPage({ params, searchParams }: Props) {
  const { ctx, tenant, member } = await staffPage(params, 'events.see');
  const { when, page: asked } = await searchParams;
  const over = when === 'over';
  const page = Math.max(Number.parseInt(String(asked ?? '1'), 10) || 1, 1) - 1;
  const withTakings = may(member.role, 'analytics.see');
  const list = await houseList(ctx, { over, page, withTakings });
  const t = await getTranslations('admin.events');
  return (
    <>
      <PageHead title={t('title')} line={t('line')}>
        <EventsTabs tenant={tenant.slug} over={over} />
      </PageHead>
      <EventsList
        {...list}
        tenant={tenant}
        over={over}
        page={page}
        reaches={{ hall: may(member.role, 'locks.see'), analytics: withTakings }}
      />
    </>
  );
}
