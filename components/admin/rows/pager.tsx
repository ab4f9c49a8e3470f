import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { rowsAddress } from '@/lib/analytics/address';
import { queryOf } from '@/lib/analytics/asked';
import type { LockPage, RowsFilter } from '@/lib/analytics/schema';
import { Link } from '@/lib/i18n/navigation';
import type { Tenant } from '@/lib/tenants/queries';

type Props = { page: LockPage; filter: RowsFilter; tenant: Tenant };

/** To newer rows and to older ones; each page begins where the other ended. */
export function Pager({ page: { next, previous }, filter, tenant }: Props) {
  const t = useTranslations('admin.locks');
  if (!next && !previous) return null;
  const to = (cursor: string, toward: 'older' | 'newer') =>
    rowsAddress(tenant.slug, { ...queryOf(filter), cursor, toward });
  return (
    <nav aria-label={t('pages')} className="mt-4 flex justify-between gap-3">
      {previous ? (
        <Button asChild variant="secondary" size="sm">
          <Link href={to(previous, 'newer')} prefetch={false}>
            <ArrowLeft aria-hidden />
            {t('newer')}
          </Link>
        </Button>
      ) : (
        <span />
      )}
      {next && (
        <Button asChild variant="secondary" size="sm">
          <Link href={to(next, 'older')} prefetch={false}>
            {t('older')}
            <ArrowRight aria-hidden />
          </Link>
        </Button>
      )}
    </nav>
  );
}
