'use client';

import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import { Price } from '@/components/ui/price';
import type { MapZone } from './map-zone';
import { priceTiers } from './price-tiers';
import { SeatMark } from './seat-mark';
import { seatLook } from './seat-store';
import { zoneTitle } from './zone-title';

const namesShown = 2;

/** What the map's hues cost, and what its shapes mean. */
export function Legend({ zones, className }: { zones: MapZone[]; className?: string }) {
  const t = useTranslations('seatMap');
  return (
    <div data-slot="legend" className={cn('flex flex-col gap-2 text-sm text-muted', className)}>
      <h3 className="sr-only">{t('legend')}</h3>
      <ul className="flex flex-wrap gap-x-5 gap-y-1.5">
        {priceTiers(zones).map(({ tier, price, names }) => (
          <li key={`${tier}/${price.amount}`} className="flex items-center gap-1.5">
            <SeatMark look={seatLook.free} tier={tier} className="size-4" />
            <Price money={price} className="font-semibold text-ink" />
            <span>
              {names.length <= namesShown
                ? names.map((name) => zoneTitle(name, t)).join(', ')
                : t('andMore', { name: zoneTitle(names[0]!, t), count: names.length - 1 })}
            </span>
          </li>
        ))}
      </ul>
      <ul className="flex flex-wrap gap-x-5 gap-y-1.5">
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
      </ul>
    </div>
  );
}
