'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { MapZone } from '@/components/seat-map/map-zone';
import { useZoneWords } from '@/components/seat-map/use-zone-words';
import { Select } from '@/components/ui/select';
import type { Where } from './wish';
import { zoneGroups } from './zone-groups';

/** Anywhere, every zone of a price, or one zone, with what is left of each. */
export function WhereField({
  zones,
  value,
  onChange,
}: {
  zones: readonly MapZone[];
  value: Where;
  onChange: (where: Where) => void;
}) {
  const t = useTranslations('best');
  const words = useTranslations('seatMap');
  const id = useId();
  const texts = useZoneWords(zones);
  const { seated, standing } = zoneGroups(zones);
  const option = (zone: MapZone, priced: boolean) => {
    const { title, price, left } = texts.get(zone.id)!;
    return (
      <option key={zone.id} value={`zone:${zone.id}`} disabled={zone.available === 0}>
        {(priced ? [title, price, left] : [title, left]).join(' · ')}
      </option>
    );
  };
  const grouped = seated.some((group) => group.zones.length > 1);
  return (
    <div className="grid min-w-0 content-start gap-1.5">
      <label htmlFor={id} className="font-semibold text-sm">
        {t('where')}
      </label>
      <Select id={id} value={value} onChange={(event) => onChange(event.target.value as Where)}>
        <option value="any">{t('anywhere')}</option>
        {grouped
          ? seated.map((group) => (
              <optgroup key={group.amount} label={texts.get(group.zones[0]!.id)!.price}>
                {group.zones.length > 1 && (
                  <option value={`price:${group.amount}`}>
                    {[
                      t('allOfPrice', { price: texts.get(group.zones[0]!.id)!.price }),
                      words('seatsLeft', { count: group.available }),
                    ].join(' · ')}
                  </option>
                )}
                {group.zones.map((zone) => option(zone, false))}
              </optgroup>
            ))
          : seated.map((group) => option(group.zones[0]!, true))}
        {standing.length > 0 && (
          <optgroup label={t('standing')}>{standing.map((zone) => option(zone, true))}</optgroup>
        )}
      </Select>
    </div>
  );
}
