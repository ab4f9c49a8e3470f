import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ProductionsList } from '@/components/catalogue/productions-list';
import { TenantHero } from '@/components/catalogue/tenant-hero';
import { localeAlternates } from '@/components/shell/locale-alternates';
import { notFoundTitle } from '@/components/states/not-found-title';
import { Button } from '@/components/ui/button';
import { StatePanel } from '@/components/ui/state';
import { database } from '@/lib/database';
import { listPublished } from '@/lib/events/queries';
import { Link } from '@/lib/i18n/navigation';
import type { Locale } from '@/lib/i18n/routing';
import { tenantBySlug } from '@/lib/tenants/queries';

type Props = PageProps<'/[locale]/[tenant]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, tenant: slug } = await params;
  const tenant = await tenantBySlug(database(), slug);
  if (!tenant) return notFoundTitle();
  return {
    title: { absolute: tenant.name },
    description: tenant.tagline[locale as Locale],
    alternates: localeAlternates(locale, `/${tenant.slug}`, tenant.languages),
  };
}

/** One organizer's programme. */
export default async function ProgrammePage({ params }: Props) {
  const { locale, tenant: slug } = await params;
  const db = database();
  const tenant = await tenantBySlug(db, slug);
  if (!tenant) notFound();
  const [events, t] = await Promise.all([
    listPublished(db, tenant.id),
    getTranslations('catalogue'),
  ]);
  return (
    <>
      <TenantHero tenant={tenant} tagline={tenant.tagline[locale as Locale]} />
      <div className="mx-auto w-full max-w-6xl px-5 pt-10 sm:px-8">
        <h2 className="sr-only">{t('season')}</h2>
        {events.length === 0 ? (
          <StatePanel
            title={t('emptyTenant', { organizer: tenant.name })}
            line={t('emptyTenantLine')}
            action={
              <Button asChild>
                <Link href="/">{t('allEvents')}</Link>
              </Button>
            }
          />
        ) : (
          <ProductionsList events={events} colourOf={() => tenant.accent} all />
        )}
      </div>
    </>
  );
}
