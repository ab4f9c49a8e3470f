'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { cn } from '@/components/ui/class-names';
import { Input } from '@/components/ui/input';
import { FilterChip } from './filter-chip';
import type { MapZone } from './map-zone';
import { SeatMark } from './seat-mark';
import { seatLook } from './seat-store';
import { useZoneWords } from './use-zone-words';

const searchedFrom = 10;

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
        aria-controls={open ? panelId : undefined}
        onClick={() => setOpen(!open)}
      >
        {chosen.size > 0 ? t('filterZonesChosen', { count: chosen.size }) : t('filterZones')}
        <ChevronDown
          aria-hidden
          className={cn('size-4 transition-transform', open && 'rotate-180')}
        />
      </FilterChip>
      {open && <ZoneTicks id={panelId} zones={zones} chosen={chosen} onToggle={onToggle} />}
    </fieldset>
  );
}

function ZoneTicks({
  id,
  zones,
  chosen,
  onToggle,
}: {
  id: string;
  zones: MapZone[];
  chosen: ReadonlySet<number>;
  onToggle: (zoneId: number) => void;
}) {
  const t = useTranslations('seatMap');
  const texts = useZoneWords(zones);
  const [sought, setSought] = useState('');
  const word = sought.trim().toLocaleLowerCase();
  const found = zones.filter((zone) =>
    texts.get(zone.id)!.title.toLocaleLowerCase().includes(word),
  );
  return (
    <div id={id} className="basis-full rounded-card border border-line bg-raised p-3">
      {zones.length >= searchedFrom && (
        <Input
          type="search"
          aria-label={t('filterSearch')}
          placeholder={t('filterSearch')}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      )}
      <ul
        aria-label={t('filterZones')}
        className="mt-2 grid max-h-60 grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-x-4 overflow-y-auto"
      >
        {found.map((zone) => (
          <li key={zone.id}>
            <label className="flex min-h-8 cursor-pointer items-center gap-2 text-sm">
              <input
                type="checkbox"
                className="size-4"
                checked={chosen.has(zone.id)}
                onChange={() => onToggle(zone.id)}
              />
              <SeatMark look={seatLook.free} tier={zone.tier} className="size-4" />
              <span className="grow">{texts.get(zone.id)!.title}</span>
              <span className="text-muted tabular-nums">{texts.get(zone.id)!.price}</span>
            </label>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="mt-2 text-sm text-muted">{t('filterNone')}</p>}
    </div>
  );
}
