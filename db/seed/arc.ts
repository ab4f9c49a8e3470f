import { type Point, rounded } from './hall';

/** What stands in a row, left to right. A wheelchair place is wider than a seat. */
export type Place = 'seat' | 'wheelchair' | 'companion' | 'aisle';

const widthUnits: Record<Place, number> = { seat: 1, companion: 1, wheelchair: 1.4, aisle: 1.6 };

export type PlacedSeat = { place: Exclude<Place, 'aisle'>; at: Point };

/** The middle of each seat, as distances along a row whose first place begins at 0. */
export function spread(places: readonly Place[]): {
  length: number;
  seats: { place: PlacedSeat['place']; distance: number }[];
} {
  let length = 0;
  const seats: { place: PlacedSeat['place']; distance: number }[] = [];
  for (const place of places) {
    const width = widthUnits[place];
    if (place !== 'aisle') seats.push({ place, distance: length + width / 2 });
    length += width;
  }
  return { length, seats };
}

/** A circle's arc seen from the stage: distance 0 lies straight in front of it, right is positive. */
export function pointOnArc(centre: Point, radius: number, distance: number): Point {
  const angle = distance / radius;
  return [centre[0] + radius * Math.sin(angle), centre[1] + radius * Math.cos(angle)];
}

/** Seats a row side by side along an arc, centred in front of the stage, left to right. */
export function rowOnArc(centre: Point, radius: number, places: readonly Place[]): PlacedSeat[] {
  const { length, seats } = spread(places);
  return seats.map(({ place, distance }) => ({
    place,
    at: rounded(pointOnArc(centre, radius, distance - length / 2)),
  }));
}

/** The arc as a line of `steps` pieces, for outlines and walls. */
export function arcLine(
  centre: Point,
  radius: number,
  from: number,
  to: number,
  steps = 24,
): Point[] {
  return Array.from({ length: steps + 1 }, (_, i) =>
    rounded(pointOnArc(centre, radius, from + ((to - from) * i) / steps)),
  );
}
