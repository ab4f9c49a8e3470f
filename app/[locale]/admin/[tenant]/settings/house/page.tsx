import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HouseForm } from '@/components/admin/settings/house-form';
import { staffPage } from '@/lib/http/staff';
import type { Locale } from '@/lib/i18n/routing';
import { houseNames } from '@/lib/tenants/house-names';
import { housePage } from '@/lib/tenants/own';

type Props = PageProps<'/[locale]/admin/[tenant]/settings/house'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'admin.settings.tabs' });
  return { title: t('house') };
}

/** The house's name, words, languages, clock and currency. */
export default async function HousePage({ params }: Props) {
  const { locale } = await params;
  const { ctx, tenant } = await staffPage(params, 'settings.see');
  const { house, ...inUse } = await housePage(ctx);
  const { accent: _accent, logoHash: _hash, ...said } = house;
  return (
    <HouseForm tenant={tenant.slug} house={said} names={houseNames(locale as Locale)} {...inUse} />
  );
}
