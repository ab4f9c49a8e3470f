import { Download } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { csvAddress } from '@/lib/analytics/address';
import { queryOf } from '@/lib/analytics/asked';
import type { RowsCount, RowsFilter } from '@/lib/analytics/schema';
import { formatMoney } from '@/lib/i18n/money';
import type { Tenant } from '@/lib/tenants/queries';

type Props = { filter: RowsFilter; tenant: Tenant; count: RowsCount };

/** How many there are, by every measure that a figure may have counted; and all of them as a file. */
export function RowsHead({ filter, tenant, count }: Props) {
  const t = useTranslations('admin.locks');
  const format = useFormatter();
  const locale = useLocale();
  const { slug, currency } = tenant;
  const measures =
    (filter.cart ?? filter.within) !== undefined
      ? (['carts', 'locks', 'units', 'value'] as const)
      : (['locks', 'units', 'value', 'carts'] as const);
  const shown = measures.flatMap((measure) => {
    const figure = count[measure];
    return figure === null ? [] : [{ measure, figure }];
  });
  const uncounted = shown.length === 0;
  return (
    <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      {uncounted ? (
        <p data-slot="uncounted" className="max-w-prose text-muted">
          {t('uncounted')}
        </p>
      ) : (
        <dl className="flex flex-wrap items-baseline gap-x-8 gap-y-2">
          {shown.map(({ measure, figure }) => (
            <div key={measure} className="flex flex-col-reverse">
              <dt className="text-muted text-sm">{t(measure === 'value' ? 'worth' : measure)}</dt>
              <dd
                data-slot={`count-${measure}`}
                className="font-display text-2xl leading-tight tabular-nums first:text-3xl"
              >
                {measure === 'value'
                  ? formatMoney({ amount: figure, currency }, locale)
                  : format.number(figure)}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {(uncounted || shown.some(({ figure }) => figure > 0)) && (
        <Button asChild variant="secondary" size="sm">
          {/* A file by its answer's own word: what is refused instead is a page to read. */}
          <a href={csvAddress(slug, 'locks', queryOf(filter), locale)}>
            <Download aria-hidden />
            {t('csv')}
          </a>
        </Button>
      )}
    </div>
  );
}
