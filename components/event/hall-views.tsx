'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useRef, useState } from 'react';
import type { MapZone } from '@/components/seat-map/map-zone';
import { type HallForm, ViewSwitch } from '@/components/seat-map/view-switch';
import { useLater } from '@/components/ui/use-later';
import { BestPanel } from './best-panel';
import type { EventView } from './event-view';

const getBest = async () => (await import('@/components/best/best-seats')).BestSeats;

/** What the map and the list are told of the view that they are in. */
export type Views = {
  view: HallForm;
  /** Among those that the form found. */
  lookAt: { seatId: number } | null;
  /** Brings the keyboard back to the switch. */
  onLeave: () => void;
};

/**
 * The ways to the seats under one switch. The form needs no map: it is there while the seats are
 * still on their way, and where they do not come.
 */
export function HallViews({
  heading,
  event,
  zones,
  canChoose,
  children,
}: {
  /** Stands in one line with the switch. */
  heading: ReactNode;
  event: EventView;
  zones: MapZone[];
  canChoose: boolean;
  children: (views: Views) => ReactNode;
}) {
  const t = useTranslations('seatMap');
  const [chosen, setChosen] = useState<HallForm>('map');
  const view = chosen === 'best' && !canChoose ? 'map' : chosen;
  const [lookAt, setLookAt] = useState<Views['lookAt']>(null);
  const best = useLater(getBest);
  const viewSwitch = useRef<HTMLFieldSetElement>(null);
  const onLeave = () => viewSwitch.current?.querySelector<HTMLElement>(':checked')?.focus();
  const change = (form: HallForm) => {
    if (form === 'best') best.load();
    setChosen(form);
  };
  return (
    <section data-slot="seat-map" aria-label={t('title')} className="flex min-h-104 flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 max-sm:mx-5">
        {heading}
        <ViewSwitch
          ref={viewSwitch}
          forms={canChoose ? ['map', 'list', 'best'] : ['map', 'list']}
          view={view}
          onChange={change}
          onIntent={(form) => form === 'best' && best.load()}
        />
      </div>
      {canChoose && (
        <div hidden={view !== 'best'} className="max-sm:mx-5">
          <BestPanel
            form={best}
            event={event}
            zones={zones}
            shown={view === 'best'}
            onSeeMap={([seatId]) => {
              if (seatId !== undefined) setLookAt({ seatId });
              setChosen('map');
              viewSwitch.current?.querySelector<HTMLElement>('[value=map]')?.focus();
            }}
          />
        </div>
      )}
      {children({ view, lookAt, onLeave })}
    </section>
  );
}
