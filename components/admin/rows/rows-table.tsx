import { useTranslations } from 'next-intl';
import { Cell, DataTable, HeadCell } from '@/components/admin/data-table';
import { DatedEvent } from '@/components/admin/dated-event';
import type { LockRecord, RowsFilter } from '@/lib/analytics/schema';
import type { Tenant } from '@/lib/tenants/queries';
import { OutcomePill } from './outcome-pill';
import { RowWho } from './row-who';
import { useRowWords } from './use-row-words';

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
  const words = useRowWords(tenant);
  return (
    <tr className="whitespace-nowrap">
      <Cell className="tabular-nums">{words.made(row)}</Cell>
      <Cell className="tabular-nums">{words.ended(row)}</Cell>
      <Cell>
        <OutcomePill row={row} tenant={tenant} />
      </Cell>
      {withEvent && (
        <Cell className="max-w-56">
          <DatedEvent
            name={row.eventName}
            startsAt={row.eventStartsAt}
            timeZone={tenant.timeZone}
          />
        </Cell>
      )}
      <Cell>{row.zoneName}</Cell>
      <Cell>{words.place(row)}</Cell>
      <Cell numeric>{words.value(row)}</Cell>
      <Cell>
        <RowWho row={row} />
      </Cell>
      <Cell>{words.device(row)}</Cell>
      <Cell>{words.stage(row)}</Cell>
      <Cell numeric>{words.extensions(row)}</Cell>
    </tr>
  );
}
