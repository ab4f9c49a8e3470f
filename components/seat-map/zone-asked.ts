import type { Chart } from './chart';
import type { MapZone } from './map-zone';
import { flagsMatch, type SeatFilter, zoneMatches } from './seat-filter';

/** Whether a zone holds any seat that a filter asks for. */
export function zoneAsked(filter: SeatFilter, chart: Chart): (zone: MapZone) => boolean {
  const holds = chart.zoneIds.map(() => !filter.accessible);
  if (filter.accessible) {
    chart.flags.forEach((flags, seat) => {
      if (flagsMatch(filter, flags)) holds[chart.zoneOf[seat]!] = true;
    });
  }
  return (zone) => {
    const at = chart.zoneIds.indexOf(zone.id);
    return zoneMatches(filter, zone) && (at < 0 ? !filter.accessible : holds[at]!);
  };
}
