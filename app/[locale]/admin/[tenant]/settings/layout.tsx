import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/admin/page-head';
import { SettingsTabs } from '@/components/admin/settings/settings-tabs';

/** The settings' head and their parts. */
export default async function SettingsLayout({
  params,
  children,
}: LayoutProps<'/[locale]/admin/[tenant]/settings'>) {
  const [{ tenant }, t] = await Promise.all([params, getTranslations('admin.settings')]);
  return (
    <>
      <PageHead title={t('title')} line={t('line')} />
      <SettingsTabs tenant={tenant} />
      {children}
    </>
  );
}
