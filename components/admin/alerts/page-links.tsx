import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { AlertStatus } from '@/lib/alerts/schema';
import { Link } from '@/lib/i18n/navigation';

type Props = { tenant: string; status: AlertStatus | null; page: number; pages: number };

/** The way through the history. */
export function PageLinks({ tenant, status, page, pages }: Props) {
  const t = useTranslations('admin.alerts');
  if (pages <= 1 && page === 1) return null;
  const to = (number: number) => {
    const query = new URLSearchParams({ ...(status ? { status } : {}), page: String(number) });
    return `/admin/${tenant}/alerts?${query}`;
  };
  return (
    <nav
      aria-label={t('pagination')}
      className="mt-5 flex flex-wrap items-center justify-between gap-3"
    >
      <span className="text-muted text-sm">{t('page', { page, pages })}</span>
      <span className="flex gap-2">
        {page > 1 && (
          <Button asChild variant="secondary" size="sm">
            <Link href={to(page - 1)} prefetch={false}>
              {t('previous')}
            </Link>
          </Button>
        )}
        {page < pages && (
          <Button asChild variant="secondary" size="sm">
            <Link href={to(page + 1)} prefetch={false}>
              {t('next')}
            </Link>
          </Button>
        )}
      </span>
    </nav>
  );
}
