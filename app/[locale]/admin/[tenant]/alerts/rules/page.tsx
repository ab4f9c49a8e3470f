import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RuleForm } from '@/components/admin/alerts/rule-form';
import { PageHead } from '@/components/admin/page-head';
import { Button } from '@/components/ui/button';
import { rulesOf } from '@/lib/alerts/queries';
import { staffPage } from '@/lib/http/staff';
import { Link } from '@/lib/i18n/navigation';
import type { Locale } from '@/lib/i18n/routing';

type Props = PageProps<'/[locale]/admin/[tenant]/alerts/rules'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'admin.alerts' });
  return { title: t('rules.title') };
}

/** What the house is warned of, and above how much. */
export default async function RulesPage({ params }: Props) {
  const { ctx, tenant } = await staffPage(params, 'alerts.rules');
  const [rules, t] = await Promise.all([rulesOf(ctx), getTranslations('admin.alerts')]);
  return (
    <>
      <PageHead title={t('rules.title')} line={t('rules.line')}>
        <Button asChild variant="secondary">
          <Link href={`/admin/${tenant.slug}/alerts`}>{t('back')}</Link>
        </Button>
      </PageHead>
      <div className="grid gap-4 xl:grid-cols-2">
        {rules.map((rule) => (
          <RuleForm key={rule.kind} rule={rule} tenant={tenant.slug} />
        ))}
      </div>
    </>
  );
}
