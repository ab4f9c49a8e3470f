'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Input } from '@/components/ui/input';
import type { MapZone } from './map-zone';
import { SeatMark } from './seat-mark';
import { seatLook } from './seat-store';
import { useZoneWords } from './use-zone-words';

const searchedFrom = 10;

/** The zones to tick, with a search where they are many. */
export function ZoneTicks({
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
