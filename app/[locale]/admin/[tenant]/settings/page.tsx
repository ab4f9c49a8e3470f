import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LockSettingsForm } from '@/components/admin/settings/lock-settings-form';
import { OperatorSettings } from '@/components/admin/settings/operator-settings';
import { config } from '@/lib/config';
import { staffPage } from '@/lib/http/staff';
import type { Locale } from '@/lib/i18n/routing';
import { settingsPage } from '@/lib/tenants/own';
import { settingNames } from '@/lib/tenants/policy';

type Props = PageProps<'/[locale]/admin/[tenant]/settings'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'admin.settings' });
  return { title: t('title') };
}

/** How long a cart waits: what holds in this house, and where each value comes from. */
export default async function LockSettingsPage({ params }: Props) {
  const { ctx, tenant } = await staffPage(params, 'settings.see');
  const [{ own, openCarts }, t] = await Promise.all([
    settingsPage(ctx),
    getTranslations('admin.settings'),
  ]);
  const { locks, sources, cleanupIntervalMinutes } = config();
  const variables = Object.values(settingNames).flatMap(({ variable }) =>
    variable && sources.has(variable) ? [variable] : [],
  );
  return (
    <>
      <p className="mb-6 max-w-prose">{t('openNow', { count: openCarts })}</p>
      <LockSettingsForm
        tenant={tenant.slug}
        timeZone={tenant.timeZone}
        own={own}
        inherited={locks}
        variables={variables}
      />
      <OperatorSettings
        cleanupMinutes={cleanupIntervalMinutes}
        fromVariable={sources.has('CART_LOCK_CLEANUP_INTERVAL')}
      />
    </>
  );
}
