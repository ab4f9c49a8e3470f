import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { staffPage } from '@/lib/http/staff';
import type { Locale } from '@/lib/i18n/routing';

type Props = PageProps<'/[locale]/admin/[tenant]/[...rest]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'admin.nowhere' });
  return { title: t('title') };
}

/** Any address of a house that no page claims: not found, for its own people in its frame. */
export default async function UnclaimedStaffPage({ params }: Props) {
  await staffPage(params, 'events.see');
  notFound();
}
