import type { HeatData } from './heat-data';

/** What was counted over the life of the event; the other two show one moment of it. */
export const heatLayers = ['locks', 'sales', 'abandonment'] as const;
export type HeatLayer = (typeof heatLayers)[number];
export const layers = ['live', ...heatLayers, 'replay'] as const;
export type Layer = (typeof layers)[number];

/** The layer that an address asks for; of one that there is not, the hall as it is now. */
export const layerOf = (asked: string | null): Layer =>
  layers.find((one) => one === asked) ?? 'live';

/** The query of the address that opens a layer of an event's hall. */
export const hallQuery = (eventId: string, layer: Layer): string =>
  new URLSearchParams({ event: eventId, ...(layer !== 'live' && { layer }) }).toString();

export const isHeat = (layer: Layer): layer is HeatLayer => layer !== 'live' && layer !== 'replay';

/** How many shades the map has. */
export const stepsMax = 6;
/** The more, the larger: told also where colours are not. */
export const stepSizes = [0.62, 0.7, 0.78, 0.86, 0.93, 1] as const;

/** Where one shade ends and the next begins. */
export type HeatScale = {
  /** The highest value of each shade, rising. */
  edges: readonly number[];
  /** The lowest values have the strongest shade. */
  lowIsStrong: boolean;
};

const [hour, day] = [60, 1440];
/** Times that people think in. */
const roundMinutes = [
  ...[1, 2, 5, 10, 15, 30, hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour],
  ...[1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 365].map((days) => days * day),
];

export function scaleOf(layer: HeatLayer, { locks, soldAfter }: HeatData): HeatScale {
  if (layer === 'sales') return { edges: timeEdges(soldAfter), lowIsStrong: true };
  if (layer === 'abandonment') {
    return { edges: [0.2, 0.35, 0.5, 0.65, 0.8, 1], lowIsStrong: false };
  }
  const most = locks.reduce((high, count) => Math.max(high, count), 1);
  return { edges: countEdges(most), lowIsStrong: false };
}

/** Round times that part the sales into about equal shares. */
function timeEdges(soldAfter: Int32Array): number[] {
  const times = soldAfter.filter((after) => after >= 0).sort();
  const edges = new Set<number>();
  for (let share = 1; share < stepsMax && times.length > 0; share++) {
    const time = times[Math.floor((times.length * share) / stepsMax)]!;
    const edge = roundMinutes.find((round) => round >= time);
    if (edge !== undefined) edges.add(edge);
  }
  return [...edges, Infinity];
}

/** Each count a shade while there are few; then shades that grow wider. */
function countEdges(most: number): number[] {
  if (most <= stepsMax) return Array.from({ length: most }, (_, i) => i + 1);
  const edges = Array.from({ length: stepsMax }, (_, i) =>
    Math.max(Math.round(most ** ((i + 1) / stepsMax)), i + 1),
  );
  return edges.map((edge, i) => (i === stepsMax - 1 ? most : edge));
}

/** The shade of a value, 0 to 5. */
export function stepOf({ edges, lowIsStrong }: HeatScale, value: number): number {
  const found = edges.findIndex((edge) => value <= edge);
  const band = found < 0 ? edges.length - 1 : found;
  return shadeOf(edges.length, lowIsStrong ? edges.length - 1 - band : band);
}

/** Fewer bands than shades are spread over all of them. */
export function shadeOf(bands: number, band: number): number {
  return bands === 1 ? 3 : Math.round((band * (stepsMax - 1)) / (bands - 1));
}

/** What a seat is shaded by; null where there is nothing to tell. */
export function heatOf(layer: HeatLayer, data: HeatData, seat: number): number | null {
  if (layer === 'locks') return data.locks[seat]! || null;
  if (layer === 'sales') return data.soldAfter[seat]! < 0 ? null : data.soldAfter[seat]!;
  const ended = data.sold[seat]! + data.abandoned[seat]!;
  return data.abandoned[seat]! > 0 ? data.abandoned[seat]! / ended : null;
}
