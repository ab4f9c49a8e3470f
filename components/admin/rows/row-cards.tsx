import { useLocale, useTranslations } from 'next-intl';
import type { LockRecord, RowsFilter } from '@/lib/analytics/schema';
import { tickStamp } from '@/lib/i18n/stamps';
import type { Tenant } from '@/lib/tenants/queries';
import { OutcomePill } from './outcome-pill';
import { RowWho } from './row-who';
import { useRowWords } from './use-row-words';

type Props = { rows: LockRecord[]; filter: RowsFilter; tenant: Tenant };

/** A lock a card, newest first: what the table says, where a table does not fit. */
export function RowCards({ rows, filter, tenant }: Props) {
  const t = useTranslations('admin.locks');
  return (
    <ul aria-label={t('title')} className="grid gap-2.5">
      {rows.map((row) => (
        <Card key={row.id} row={row} tenant={tenant} withEvent={!filter.eventId} />
      ))}
    </ul>
  );
}

function Card({ row, tenant, withEvent }: { row: LockRecord; tenant: Tenant; withEvent: boolean }) {
  const t = useTranslations('admin.locks');
  const locale = useLocale();
  const words = useRowWords(tenant);
  return (
    <li className="grid gap-2 rounded-card border border-line bg-raised p-4 text-sm">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <div className="min-w-0 flex-1 basis-40">
          <p className="font-semibold text-base leading-snug">
            {row.zoneName} · {words.place(row)}
          </p>
          {withEvent && (
            <p className="text-muted">
              {row.eventName} · {tickStamp(row.eventStartsAt, locale, tenant.timeZone)}
            </p>
          )}
        </div>
        <p className="ml-auto text-base tabular-nums">{words.value(row)}</p>
      </div>
      <p className="tabular-nums">
        {words.made(row)} – {words.ended(row)}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <OutcomePill row={row} tenant={tenant} />
        <span>{words.stage(row)}</span>
        <span className="text-muted">{words.device(row)}</span>
        {row.extensions > 0 && (
          <span className="text-muted">
            {t('extensions')}: {words.extensions(row)}
          </span>
        )}
        <span className="min-w-0 break-words">
          <RowWho row={row} />
        </span>
      </p>
    </li>
  );
}
