import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { ProductionsList } from '@/components/catalogue/productions-list';
import { ProductionsSkeleton } from '@/components/catalogue/productions-skeleton';
import { localeAlternates } from '@/components/shell/locale-alternates';
import { Button } from '@/components/ui/button';
import { StatePanel } from '@/components/ui/state';
import { database } from '@/lib/database';
import { listPublished } from '@/lib/events/queries';
import { Link } from '@/lib/i18n/navigation';
import { listTenants } from '@/lib/tenants/queries';

export async function generateMetadata({ params }: PageProps<'/[locale]'>): Promise<Metadata> {
  const { locale } = await params;
  return { alternates: localeAlternates(locale, '') };
}

/** What is on, at every organizer. */
export default async function FrontPage() {
  const db = database();
  // Before anything is sent: with the database out of reach the answer is an error, not a 200.
  const [t, tenants] = await Promise.all([getTranslations('catalogue'), listTenants(db)]);
  const colours = new Map(tenants.map((tenant) => [tenant.slug, tenant.accent]));
  return (
    <div className="mx-auto w-full max-w-6xl px-5 sm:px-8">
      <div className="py-10 sm:py-16">
        <h1 className="max-w-3xl text-balance font-display text-5xl leading-[1.02] max-[23rem]:text-4xl sm:text-7xl">
          {t('heading')}
        </h1>
        <p className="mt-5 max-w-xl text-balance text-lg text-muted sm:text-xl">{t('lead')}</p>
      </div>
      <h2 className="sr-only">{t('title')}</h2>
      <Suspense fallback={<ProductionsSkeleton />}>
        <WhatIsOn colourOf={(slug) => colours.get(slug) ?? null} />
      </Suspense>
    </div>
  );
}

async function WhatIsOn({ colourOf }: { colourOf: (tenant: string) => string | null }) {
  const events = await listPublished(database());
  if (events.length === 0) {
    const t = await getTranslations('catalogue');
    return (
      <StatePanel
        title={t('empty')}
        line={t('emptyLine')}
        action={
          <Button asChild variant="secondary">
            <Link href="/">{t('reload')}</Link>
          </Button>
        }
      />
    );
  }
  return <ProductionsList events={events} colourOf={colourOf} />;
}
