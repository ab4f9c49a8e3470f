'use client';

import { Minus, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCart, useCartState } from '@/components/cart/cart-provider';
import type { MapZone } from '@/components/seat-map/map-zone';
import { Button } from '@/components/ui/button';
import { Price } from '@/components/ui/price';
import { placesDomId } from './places-dom-id';
import { standingPlace } from './seat-place';

/** General-admission zones: how many of each. */
export function PlacesPickers({
  event,
  zones,
  canChoose,
}: {
  event: { id: string; name: string };
  zones: MapZone[];
  canChoose: boolean;
}) {
  const t = useTranslations('event');
  if (zones.length === 0) return null;
  return (
    <section aria-labelledby="places-title" className="grid grid-cols-1 gap-3">
      <h2 id="places-title" className="font-display text-2xl">
        {t('placesTitle')}
      </h2>
      <ul className="grid grid-cols-1 gap-3">
        {zones.map((zone) => (
          <PlacesPicker key={zone.id} event={event} zone={zone} canChoose={canChoose} />
        ))}
      </ul>
    </section>
  );
}

function PlacesPicker({
  event,
  zone,
  canChoose,
}: {
  event: { id: string; name: string };
  zone: MapZone;
  canChoose: boolean;
}) {
  const t = useTranslations('event');
  const cart = useCart();
  const { lines, units, seen } = useCartState();
  const key = `zone:${zone.id}`;
  const line = lines.find((candidate) => candidate.key === key);
  const chosen = line?.units ?? 0;
  const held = seen.status.locks
    .filter((lock) => lock.zoneId === zone.id)
    .reduce((sum, lock) => sum + lock.quantity, 0);
  // The feed's figure knows what is held, not what is on its way.
  const left = Math.max(0, zone.available - Math.max(0, chosen - held));
  const soldOut = zone.available === 0 && zone.locked === 0;
  const room = seen.status.maxLocks - units;
  const change = (by: number) => cart.change(standingPlace(event, zone), by);
  return (
    <li
      id={placesDomId(zone.id)}
      tabIndex={-1}
      data-slot="places-picker"
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-card border border-line bg-raised p-4 target:border-accent"
    >
      <div className="grid">
        <h3 className="font-semibold text-lg leading-snug">{zone.name}</h3>
        <p className="flex flex-wrap gap-x-3 text-muted text-sm">
          <Price money={zone.price} className="font-semibold text-ink" />
          {(canChoose || chosen > 0) && <span>{supplyWords()}</span>}
        </p>
      </div>
      {((canChoose && !soldOut) || chosen > 0) && (
        <fieldset
          aria-label={t('quantityOf', { zone: zone.name })}
          className="flex flex-wrap items-center gap-1 rounded-control border border-control p-0.5"
        >
          <Button
            variant="quiet"
            size="icon"
            aria-label={t('remove', { zone: zone.name })}
            aria-disabled={chosen === 0 || undefined}
            className="aria-disabled:cursor-not-allowed aria-disabled:opacity-40"
            onClick={() => chosen > 0 && change(-1)}
          >
            <Minus aria-hidden />
          </Button>
          <output className="min-w-10 text-center font-display text-2xl tabular-nums lining-nums">
            {chosen}
          </output>
          <Button
            variant="quiet"
            size="icon"
            aria-label={t('add', { zone: zone.name })}
            aria-disabled={!canChoose || left === 0 || undefined}
            className="aria-disabled:cursor-not-allowed aria-disabled:opacity-40"
            // Over the session's limit the click is told why, rather than refused in silence.
            onClick={() => canChoose && (left > 0 || room <= 0) && change(1)}
          >
            <Plus aria-hidden />
          </Button>
        </fieldset>
      )}
    </li>
  );

  function supplyWords(): string {
    if (zone.available > 0) return t('left', { count: zone.available });
    const byOthers = zone.locked - held;
    if (byOthers <= 0) return t('left', { count: 0 });
    const minutes = zone.backInMinutes;
    return minutes
      ? t('leftHeldBack', { count: byOthers, minutes })
      : t('leftHeld', { count: byOthers });
  }
}
