'use client';

import { useTranslations } from 'next-intl';
import { seatFlag } from '@/lib/events/seat-codes';
import type { Chart } from './chart';
import { SeatMark } from './seat-mark';
import { seatLook } from './seat-store';

/** What the map's shapes mean. */
export function Legend({ chart, className }: { chart: Chart; className?: string }) {
  const t = useTranslations('seatMap');
  const restricted = chart.flags.some((flags) => flags & seatFlag.restrictedView);
  return (
    <section data-slot="legend" className={className}>
      <h3 className="sr-only">{t('legend')}</h3>
      <ul className="flex flex-wrap gap-x-5 gap-y-1.5 text-sm text-muted">
        <li className="flex items-center gap-1.5">
          <SeatMark look={seatLook.mine} className="size-4" />
          {t('legendMine')}
        </li>
        <li className="flex items-center gap-1.5">
          <SeatMark look={seatLook.held} className="size-4 text-ink" />
          {t('legendHeld')}
        </li>
        <li className="flex items-center gap-1.5">
          <SeatMark look={seatLook.sold} className="size-4" />
          {t('legendSold')}
        </li>
        <li className="flex items-center gap-1.5">
          <SeatMark look={seatLook.free} square className="size-4 text-ink" />
          {t('legendAccessible')}
        </li>
        {restricted && (
          <li className="flex items-center gap-1.5">
            <SeatMark look={seatLook.free} restricted className="size-4 text-ink" />
            {t('restrictedView')}
          </li>
        )}
      </ul>
    </section>
  );
}
