import { type Place, spread } from './arc';
import { type Hall, type HallSeat, type HallZone, hallOf, rounded } from './hall';
import { distanceOf, walk } from './oval';
import { letters, type Ring, type Section } from './rings';
import { boxZones } from './stadium-boxes';
import { grass, lowerRing, middleRing, stadiumSections, upperRing } from './stadium-geometry';
import { behindPillar } from './stadium-pillars';
import { stadiumShapes } from './stadium-plan';
import { terraceZones } from './stadium-terraces';

const seatsWanted = 100_000;
const stairway = 2.2;
/** Rows that make room for the mouth of a stairway, and how wide it is, in aisles. */
const mouth = { rows: 4, aisles: 3 };

/** The cameras of the broadcast stand amid the last rows above the halfway line and behind a goal. */
const cameraSections = [201, 248, 214];

/** Beside the halfway line, above the players' tunnel: gone within the hour. */
const soldOutSections = [101, 132];

/** How the tiers sell beside each other, dearest first. */
const demandOfTier = [1.5, 1.6, 1.25, 0.95, 1, 0.75];

type PricedTier = { tier: number; priceMinor: number };

/** Dearest along the touchlines, low down; cheapest high up, in the corners and behind the goals. */
function tierOf(ring: Ring, { piece }: Section): PricedTier {
  const alongField = piece === 0 || piece === 4 || piece === 8;
  if (ring === lowerRing) {
    return alongField ? { tier: 1, priceMinor: 95_000 } : { tier: 2, priceMinor: 68_000 };
  }
  if (ring === middleRing) {
    return alongField ? { tier: 2, priceMinor: 68_000 } : { tier: 3, priceMinor: 45_000 };
  }
  return alongField ? { tier: 4, priceMinor: 29_000 } : { tier: 5, priceMinor: 18_000 };
}

/** What stands in a row of `room` seats: the mouth of a stairway, or places for wheelchairs. */
function rowPlaces(ring: Ring, row: number, room: number): Place[] {
  const seats = (count: number): Place[] => Array.from({ length: count }, () => 'seat');
  if (ring !== lowerRing && row < mouth.rows) {
    const half = Math.floor((room - Math.ceil(mouth.aisles * 1.6)) / 2);
    const opening: Place[] = Array.from({ length: mouth.aisles }, () => 'aisle');
    return [...seats(half), ...opening, ...seats(half)];
  }
  if (ring !== upperRing && row === ring.rows - 1) {
    const pair: Place[] = ['wheelchair', 'companion'];
    const half = Math.floor((room - 5) / 2);
    return [...seats(half), ...pair, ...pair, ...seats(half)];
  }
  return seats(room);
}

/** Letters in the lower stand, numbers above it. */
function rowName(ring: Ring, row: number): string {
  return ring === lowerRing ? letters(row) : String(row + 1);
}

function sectionRow(ring: Ring, section: Section, row: number, shortened: number): HallSeat[] {
  const offset = ring.offset + row * ring.rowPitch;
  const from = distanceOf(grass, offset, section.from);
  const to = distanceOf(grass, offset, section.to);
  // The same section left and right must not differ by a seat for a rounding error's sake.
  const room = Math.floor(to - from - stairway + 1e-6) - shortened;
  const { length, seats } = spread(rowPlaces(ring, row, room));
  const first = (from + to - length) / 2;
  const camera = cameraSections.includes(section.number) && row >= ring.rows - 3;
  return seats.map(({ place, distance }, i) => {
    const [x, y] = rounded(walk(grass, offset, first + distance).at);
    return {
      row: rowName(ring, row),
      label: String(i + 1),
      x,
      y,
      accessible: place === 'wheelchair',
      companion: place === 'companion',
      restricted: ring === middleRing && behindPillar(section, ring, row, i, seats.length),
      blocked: camera && Math.abs(i - (seats.length - 1) / 2) < 4,
    };
  });
}

function zoneOf(ring: Ring, section: Section, shortened = 0): HallZone {
  const seats = Array.from({ length: ring.rows }, (_, row) =>
    sectionRow(ring, section, row, row === ring.rows - 1 ? shortened : 0),
  ).flat();
  const priced = tierOf(ring, section);
  return {
    name: String(section.number),
    kind: 'numbered',
    capacity: seats.length,
    ...priced,
    demand: soldOutSections.includes(section.number) ? 2 : demandOfTier[priced.tier],
    floor: 0,
    outline: null,
    seats,
  };
}

function count(zones: HallZone[]): number {
  return zones.reduce((sum, { seats }) => sum + seats.length, 0);
}

/** A football ground of 100,000 seats in three stands and a floor of boxes; the highest row fits. */
export function stadium(): Hall {
  const zonesOf = (ring: Ring) => stadiumSections(ring).map((section) => zoneOf(ring, section));
  const [lower, middle, boxes] = [zonesOf(lowerRing), zonesOf(middleRing), boxZones()];
  const sections = stadiumSections(upperRing);
  const surplus = count([...lower, ...middle, ...boxes, ...zonesOf(upperRing)]) - seatsWanted;
  const upper = sections.map((section, i) =>
    zoneOf(upperRing, section, Math.floor((surplus + i) / sections.length)),
  );
  const zones = [...lower, ...terraceZones(), ...middle, ...upper, ...boxes];
  return hallOf(zones, stadiumShapes(), {
    focus: [0, 0],
    floors: [
      { es: 'Gradas', en: 'Stands' },
      { es: 'Palcos', en: 'Boxes' },
    ],
  });
}
