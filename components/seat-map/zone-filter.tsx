'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { cn } from '@/components/ui/class-names';
import { useWithInput } from '@/components/ui/use-later';
import { FilterChip } from './filter-chip';
import type { MapZone } from './map-zone';

const getTicks = async () => (await import('./zone-ticks')).ZoneTicks;

/** The zones to look in: a list to tick, with a search where it is long. */
export function ZoneFilter({
  zones,
  chosen,
  onToggle,
}: {
  zones: MapZone[];
  chosen: ReadonlySet<number>;
  onToggle: (zoneId: number) => void;
}) {
  const t = useTranslations('seatMap');
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLFieldSetElement>(null);
  const Ticks = useWithInput(getTicks, open);
  const panelId = useId();
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
    opener.current?.querySelector('button')?.focus();
  };
  return (
    <fieldset ref={opener} aria-label={t('filterZones')} className="contents" onKeyDown={close}>
      <FilterChip
        pressed={chosen.size > 0}
        aria-expanded={open}
        aria-busy={(open && !Ticks) || undefined}
        aria-controls={open && Ticks ? panelId : undefined}
        onClick={() => setOpen(!open)}
      >
        {chosen.size > 0 ? t('filterZonesChosen', { count: chosen.size }) : t('filterZones')}
        <ChevronDown
          aria-hidden
          className={cn('size-4 transition-transform', open && 'rotate-180')}
        />
      </FilterChip>
      {open && Ticks && <Ticks id={panelId} zones={zones} chosen={chosen} onToggle={onToggle} />}
    </fieldset>
  );
}
