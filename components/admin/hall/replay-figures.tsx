'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Cell, DataTable, HeadCell } from '@/components/admin/data-table';
import type { Reel } from '@/lib/heat/reel';
import type { ReplayBody } from '@/lib/heat/schema';
import { shortDate } from '@/lib/i18n/dates';
import type { PlaceFigures } from './place-figures';

/** The figures of the frame on show, and those of the chart as a table. */
export function ReplayFigures({
  body,
  reel,
  frame,
  total,
  timeZone,
}: {
  body: ReplayBody;
  reel: Reel;
  frame: number;
  total: PlaceFigures;
  timeZone: string;
}) {
  const t = useTranslations('admin.hall.replay');
  const format = useFormatter();
  const [open, setOpen] = useState(false);
  const figures = [
    ['held', total.held],
    ['taken', total.taken],
    ['free', total.free],
    ['locks', body.locks[frame] ?? 0],
    ['sales', body.sales[frame] ?? 0],
  ] as const;
  return (
    <>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-5">
        {figures.map(([key, value]) => (
          <div key={key}>
            <dt className="text-muted text-sm">{t(`figures.${key}`)}</dt>
            <dd className="font-display text-2xl tabular-nums">{format.number(value)}</dd>
          </div>
        ))}
      </dl>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="w-fit cursor-pointer rounded py-1 font-semibold text-sm">
          {t('table')}
        </summary>
        {open && <StepsTable body={body} reel={reel} timeZone={timeZone} />}
      </details>
    </>
  );
}

/** Steps in which nothing happened are left out. */
function StepsTable({ body, reel, timeZone }: { body: ReplayBody; reel: Reel; timeZone: string }) {
  const t = useTranslations('admin.hall.replay');
  const locale = useLocale();
  const format = useFormatter();
  const busy = body.locks.flatMap((locks, frame) =>
    locks > 0 || body.sales[frame]! > 0 ? [{ frame, locks, sales: body.sales[frame]! }] : [],
  );
  return (
    <div className="mt-2 max-h-80 overflow-y-auto">
      <DataTable label={t('table')}>
        <thead>
          <tr>
            <HeadCell>{t('until')}</HeadCell>
            <HeadCell numeric>{t('figures.locks')}</HeadCell>
            <HeadCell numeric>{t('figures.sales')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {busy.map(({ frame, locks, sales }) => (
            <tr key={frame}>
              <Cell>{shortDate(new Date(reel.timeOf(frame)).toISOString(), locale, timeZone)}</Cell>
              <Cell numeric>{format.number(locks)}</Cell>
              <Cell numeric>{format.number(sales)}</Cell>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}
