'use client';

import { useTranslations } from 'next-intl';
import { useId, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { Price } from '@/components/ui/price';
import { seatFlag } from '@/lib/events/seat-codes';
import type { Chart } from './chart';
import { FilterChip } from './filter-chip';
import type { MapZone } from './map-zone';
import { priceTiers } from './price-tiers';
import { isFiltering, matchesLeft, noFilter, type SeatFilter, toggled } from './seat-filter';
import { SeatMark } from './seat-mark';
import { type SeatStore, seatLook } from './seat-store';
import { ZoneFilter } from './zone-filter';
import { zoneTitle } from './zone-title';

const namesShown = 2;

/** What the hues cost, as wishes to press: what matches none of them steps back. */
export function SeatFilters({
  chart,
  zones,
  store,
  filter,
  onFilter,
  className,
}: {
  chart: Chart;
  zones: MapZone[];
  store: SeatStore;
  filter: SeatFilter;
  onFilter: (filter: SeatFilter) => void;
  className?: string;
}) {
  const t = useTranslations('seatMap');
  const labelId = useId();
  const hasAccessible = useMemo(
    () => chart.flags.some((flags) => flags & seatFlag.accessible),
    [chart],
  );
  const filtering = isFiltering(filter);
  // Said once a wish, while the figure in sight follows what others buy.
  const [said, setSaid] = useState('');
  const ask = (wish: SeatFilter) => {
    onFilter(wish);
    const count = matchesLeft(wish, chart, zones, store);
    setSaid(isFiltering(wish) ? t('matching', { count }) : t('filterCleared'));
  };
  return (
    <fieldset
      data-slot="seat-filters"
      aria-labelledby={labelId}
      className={cn('flex flex-wrap items-center gap-2', className)}
    >
      <h3 id={labelId} className="sr-only">
        {t('filter')}
      </h3>
      {priceTiers(zones).map(({ tier, price, names }) => (
        <FilterChip
          key={`${tier}/${price.amount}`}
          pressed={filter.prices.has(price.amount)}
          onClick={() => ask({ ...filter, prices: toggled(filter.prices, price.amount) })}
        >
          <SeatMark look={seatLook.free} tier={tier} className="size-4" />
          <Price money={price} className="font-semibold text-ink" />
          <span>
            {names.length <= namesShown
              ? names.map((name) => zoneTitle(name, t)).join(', ')
              : t('andMore', { name: zoneTitle(names[0]!, t), count: names.length - 1 })}
          </span>
        </FilterChip>
      ))}
      {hasAccessible && (
        <FilterChip
          pressed={filter.accessible}
          onClick={() => ask({ ...filter, accessible: !filter.accessible })}
        >
          <SeatMark look={seatLook.free} square className="size-4 text-ink" />
          {t('filterAccessible')}
        </FilterChip>
      )}
      {zones.length > 1 && (
        <ZoneFilter
          zones={zones}
          chosen={filter.zoneIds}
          onToggle={(id) => ask({ ...filter, zoneIds: toggled(filter.zoneIds, id) })}
        />
      )}
      {filtering && (
        <>
          <Button variant="quiet" size="sm" onClick={() => ask(noFilter)}>
            {t('filterClear')}
          </Button>
          <span className="text-sm text-muted">
            {t('matching', { count: matchesLeft(filter, chart, zones, store) })}
          </span>
        </>
      )}
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </fieldset>
  );
}
