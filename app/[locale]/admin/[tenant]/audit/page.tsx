import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditFilters } from '@/components/admin/audit/audit-filters';
import { AuditList } from '@/components/admin/audit/audit-list';
import { PageHead } from '@/components/admin/page-head';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { StatePanel } from '@/components/ui/state';
import { auditChoices, auditPage } from '@/lib/audit/queries';
import { type AuditQuery, auditQuerySchema, ignoredFilters } from '@/lib/audit/schema';
import { staffPage } from '@/lib/http/staff';
import { Link } from '@/lib/i18n/navigation';
import type { Locale } from '@/lib/i18n/routing';

type Props = PageProps<'/[locale]/admin/[tenant]/audit'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'admin.audit' });
  return { title: t('title') };
}

/** Every change that the staff made, for good: nobody can alter the log. */
export default async function AuditPage({ params, searchParams }: Props) {
  const { ctx, tenant } = await staffPage(params, 'audit.see');
  const asked = await searchParams;
  const query = auditQuerySchema.parse(asked);
  const ignored = ignoredFilters(asked, query);
  const [{ records, next }, choices, t] = await Promise.all([
    auditPage(ctx, tenant.timeZone, query),
    auditChoices(ctx),
    getTranslations('admin.audit'),
  ]);
  const path = `/admin/${tenant.slug}/audit`;
  const { before, ...filter } = query;
  return (
    <>
      <PageHead title={t('title')} line={t('line')} />
      {choices.actions.length > 0 && <AuditFilters path={path} choices={choices} query={query} />}
      {ignored.length > 0 && (
        <Notice tone="warn" className="mb-4">
          {ignored.map((name) => (
            <p key={name}>{t(`ignored.${name}`)}</p>
          ))}
        </Notice>
      )}
      {records.length > 0 ? (
        <AuditList records={records} timeZone={tenant.timeZone} />
      ) : (
        <Nothing filtered={Object.values(filter).some(Boolean)} path={path} />
      )}
      {(before || next) && (
        <nav aria-label={t('pages')} className="mt-5 flex flex-wrap gap-2">
          {before && (
            <Button asChild variant="quiet">
              <Link href={{ pathname: path, query: given(filter) }}>{t('newest')}</Link>
            </Button>
          )}
          {next && (
            <Button asChild variant="secondary">
              <Link href={{ pathname: path, query: { ...given(filter), before: next } }}>
                {t('older')}
              </Link>
            </Button>
          )}
        </nav>
      )}
    </>
  );
}

const given = (filter: AuditQuery): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value));

async function Nothing({ filtered, path }: { filtered: boolean; path: string }) {
  const t = await getTranslations('admin.audit');
  return (
    <StatePanel
      title={t(filtered ? 'noneFound' : 'empty')}
      line={t(filtered ? 'noneFoundLine' : 'emptyLine')}
      action={
        filtered && (
          <Button asChild variant="secondary">
            <Link href={path}>{t('clear')}</Link>
          </Button>
        )
      }
    />
  );
}
