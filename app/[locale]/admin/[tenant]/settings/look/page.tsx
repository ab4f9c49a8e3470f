import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccentForm } from '@/components/admin/settings/accent-form';
import { LogoForm } from '@/components/admin/settings/logo-form';
import { staffPage } from '@/lib/http/staff';
import type { Locale } from '@/lib/i18n/routing';
import { housePage } from '@/lib/tenants/own';

type Props = PageProps<'/[locale]/admin/[tenant]/settings/look'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'admin.settings.tabs' });
  return { title: t('look') };
}

/** The house's colour and logo, as its public sees them. */
export default async function LookPage({ params }: Props) {
  const { ctx, tenant } = await staffPage(params, 'settings.see');
  const { house } = await housePage(ctx);
  const { name, timeZone, accent, logoHash } = house;
  const of = { tenant: tenant.slug, name, timeZone };
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      <AccentForm {...of} accent={accent} />
      <LogoForm {...of} logoHash={logoHash} />
    </div>
  );
}
