import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Cell, DataTable, HeadCell } from '@/components/admin/data-table';
import { DatedEvent } from '@/components/admin/dated-event';
import { Pill } from '@/components/admin/pill';
import { dayAt } from '@/lib/analytics/periods';
import type { LockRecord, Outcome, RowsFilter } from '@/lib/analytics/schema';
import { formatMoney } from '@/lib/i18n/money';
import { clockTime, stamp, timeStamp } from '@/lib/i18n/stamps';
import type { Tenant } from '@/lib/tenants/queries';

type Props = { rows: LockRecord[]; filter: RowsFilter; tenant: Tenant };

const columns = [
  'made',
  'ended',
  'outcome',
  'event',
  'zone',
  'seat',
  'value',
  'who',
  'device',
  'stage',
  'extensions',
] as const;
const numeric: readonly string[] = ['value', 'extensions'];

export function toneOf(outcome: Outcome): 'good' | 'warn' | 'calm' {
  if (outcome === 'sale') return 'good';
  return outcome === 'open' ? 'warn' : 'calm';
}

/** A lock a line, newest first. The event goes without saying where there is only one. */
export function RowsTable({ rows, filter, tenant }: Props) {
  const t = useTranslations('admin.locks');
  const shown = columns.filter((column) => column !== 'event' || !filter.eventId);
  return (
    <DataTable label={t('title')}>
      <thead>
        <tr>
          {shown.map((column) => (
            <HeadCell key={column} numeric={numeric.includes(column)}>
              {t(column)}
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} tenant={tenant} withEvent={!filter.eventId} />
        ))}
      </tbody>
    </DataTable>
  );
}

function Row({ row, tenant, withEvent }: { row: LockRecord; tenant: Tenant; withEvent: boolean }) {
  const t = useTranslations('admin.locks');
  const keys = useTranslations('admin.analytics.keys');
  const format = useFormatter();
  const locale = useLocale();
  const { timeZone, currency } = tenant;
  return (
    <tr className="whitespace-nowrap">
      <Cell className="tabular-nums">{stamp(row.lockedAt, locale, timeZone)}</Cell>
      <Cell className="tabular-nums">
        {row.outcome === 'open'
          ? t('until', { time: clockTime(row.expiresAt, locale, timeZone) })
          : endOf(row, locale, timeZone)}
      </Cell>
      <Cell>
        <Pill tone={toneOf(row.outcome)}>{keys(`outcome.${row.outcome}`)}</Pill>
      </Cell>
      {withEvent && (
        <Cell className="max-w-56">
          <DatedEvent name={row.eventName} startsAt={row.eventStartsAt} timeZone={timeZone} />
        </Cell>
      )}
      <Cell>{row.zoneName}</Cell>
      <Cell>
        {row.seat
          ? t('place', { row: row.row ?? '', seat: row.seat })
          : t('quantity', { quantity: row.quantity })}
      </Cell>
      <Cell numeric>{formatMoney({ amount: row.value, currency }, locale)}</Cell>
      <Cell>
        <span className="font-mono text-[0.9em]">{row.session}</span>
        {row.account && <span className="text-muted"> · {row.account}</span>}
      </Cell>
      <Cell>{keys(`device.${row.device}`)}</Cell>
      <Cell>{keys(`stage.${row.stage}`)}</Cell>
      <Cell numeric>{format.number(row.extensions)}</Cell>
    </tr>
  );
}

/** When it ended; the day only where it is another one. One that no sweep has met ended by itself. */
function endOf({ lockedAt, endedAt, expiresAt }: LockRecord, locale: string, timeZone: string) {
  const end = endedAt ?? expiresAt;
  const sameDay = dayAt(new Date(lockedAt), timeZone) === dayAt(new Date(end), timeZone);
  return (sameDay ? timeStamp : stamp)(end, locale, timeZone);
}
