'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useRef } from 'react';
import type { ZoneFigures } from '@/components/event/figures';
import { buildChart } from '@/components/seat-map/chart';
import type { SeatStore } from '@/components/seat-map/seat-store';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { HallColumns } from '@/lib/events/packed-geometry';
import type { HallEvent } from './hall-room';
import { HeatLegend } from './heat-legend';
import { HeatMap } from './heat-map';
import { HeatStore } from './heat-store';
import { HeatTable } from './heat-table';
import type { HallAddress } from './heat-wire';
import { LayerSwitch } from './layer-switch';
import { isHeat, scaleOf } from './layers';
import { ReplayPanel } from './replay-panel';
import { useHeat } from './use-heat';
import { useHeatZones } from './use-heat-zones';
import { useLayer } from './use-layer';
import { useMoment } from './use-moment';
import { usePlaceFigures } from './use-place-figures';
import { useReplay } from './use-replay';
import './heat.css';

/** The hall's layers: on the map, and in the table under it. */
export function HallBoard({
  address,
  event,
  geometry,
  live,
  liveZones,
  broken,
}: {
  address: HallAddress;
  event: HallEvent;
  geometry: HallColumns;
  live: SeatStore;
  liveZones: readonly ZoneFigures[];
  broken: boolean;
}) {
  const t = useTranslations('admin.hall');
  const chart = useMemo(() => buildChart(geometry), [geometry]);
  const store = useMemo(() => new HeatStore(geometry.ids), [geometry]);
  const { layer, choose } = useLayer(address.eventId);
  const heat = useHeat(address, live, isHeat(layer));
  const replay = useReplay(address, live, layer === 'replay');
  const { data } = heat;
  const scale = useMemo(() => (isHeat(layer) && data ? scaleOf(layer, data) : null), [layer, data]);
  const moment = useMoment(store, live, layer, { data, scale }, replay);
  const figures = usePlaceFigures({
    chart,
    zones: event.zones,
    blocked: live.states,
    liveZones,
    data: isHeat(layer) ? data : null,
    moment,
  });
  const { zones, texts } = useHeatZones(figures.rows, layer, scale);
  const layerSwitch = useRef<HTMLFieldSetElement>(null);
  return (
    <div data-heat={layer} className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <LayerSwitch ref={layerSwitch} layer={layer} onChange={choose} />
        <p role="status" className="text-muted text-sm">
          {isHeat(layer) && heat.asking && !data ? t('counting') : ''}
          {layer === 'live' && broken ? t('broken') : ''}
        </p>
      </div>
      {isHeat(layer) && heat.failed && (
        <Notice
          role="alert"
          tone="warn"
          title={t('heatFailed')}
          action={
            <Button size="sm" variant="secondary" onClick={heat.again}>
              {t('again')}
            </Button>
          }
        />
      )}
      <div className="relative h-[min(64svh,44rem)] min-h-80 overflow-hidden rounded-card border border-line bg-sunken">
        <HeatMap
          address={address}
          chart={chart}
          plan={event.plan}
          zones={zones}
          texts={texts}
          store={store}
          layer={layer}
          saleStartsAt={event.saleStartsAt}
          timeZone={event.timeZone}
          onLeave={() => layerSwitch.current?.querySelector<HTMLElement>(':checked')?.focus()}
        />
      </div>
      {layer === 'replay' && (
        <ReplayPanel replay={replay} total={figures.total} timeZone={event.timeZone} />
      )}
      <HeatLegend layer={layer} scale={scale} />
      {/* A stadium has a hundred zones and more: its heading and its sum stay in sight. */}
      <div className="[&>section]:max-h-[40rem] [&_tfoot]:sticky [&_tfoot]:bottom-0 [&_tfoot]:bg-raised [&_thead]:sticky [&_thead]:top-0 [&_thead]:z-10 [&_thead]:bg-raised">
        <HeatTable
          chart={chart}
          layer={layer}
          rows={figures.rows}
          total={figures.total}
          rowsOf={figures.rowsOf}
        />
      </div>
    </div>
  );
}
