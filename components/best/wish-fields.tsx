'use client';

import { useTranslations } from 'next-intl';
import type { MapZone } from '@/components/seat-map/map-zone';
import { NumberField } from './number-field';
import { PriceField } from './price-field';
import { WhereField } from './where-field';
import { limitOf, priceLimits, standingZone, type Wish } from './wish';

/** A limit this near is worth saying before it is met. */
const maxSaidFrom = 12;

/** How many, where, up to how much, and how many of them for wheelchairs. */
export function WishFields({
  wish,
  zones,
  room,
  onChange,
}: {
  wish: Wish;
  zones: readonly MapZone[];
  /** How many may still be held. */
  room: number;
  onChange: (wish: Wish) => void;
}) {
  const t = useTranslations('best');
  const limits = priceLimits(wish.where, zones);
  const seated = standingZone(wish, zones) === null;
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-5 sm:grid-cols-2">
      <NumberField
        label={t('quantity')}
        hint={room <= maxSaidFrom && t('quantityMax', { count: Math.max(0, room) })}
        value={wish.quantity}
        min={1}
        max={Math.max(1, room)}
        onChange={(quantity) => onChange({ ...wish, quantity })}
      />
      <WhereField
        zones={zones}
        value={wish.where}
        onChange={(where) => onChange({ ...wish, where })}
      />
      {seated && limits.length > 0 && (
        <PriceField
          limits={limits}
          currency={zones[0]!.price.currency}
          value={limitOf(wish, zones)}
          onChange={(maxPrice) => onChange({ ...wish, maxPrice })}
        />
      )}
      {seated && (
        <NumberField
          label={t('accessible')}
          hint={t('accessibleHint')}
          value={wish.accessible}
          min={0}
          max={wish.quantity}
          onChange={(accessible) => onChange({ ...wish, accessible })}
        />
      )}
    </div>
  );
}
