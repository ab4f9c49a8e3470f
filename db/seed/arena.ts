import { type Place, spread } from './arc';
import { arenaSections, floor, lowerRing, upperRing } from './arena-geometry';
import { arenaShapes, floorOutline, stageFront } from './arena-plan';
import { type Hall, type HallSeat, type HallZone, hallOf, rounded } from './hall';
import { distanceOf, walk } from './oval';
import { letters, type Ring, type Section } from './rings';

const seatsWanted = 20_000;
const standingPlaces = 5_000;
const aisle = 1.6;

/** Sections whose last lower row carries the cameras of the broadcast. */
const cameraSections = [105, 109, 113];

type PricedTier = { tier: number; priceMinor: number };

/** Dearest along the floor near the stage, cheapest high up in the corners beside it. */
function tierOf(ring: Ring, { piece, from, to }: Section): PricedTier {
  const besideStage = piece === 1 || piece === 7;
  const alongFloor = piece === 2 || piece === 6;
  const middle = (from.share + to.share) / 2;
  const fromStage = piece === 2 ? middle : 1 - middle;
  if (ring === lowerRing) {
    if (alongFloor && fromStage < 0.6) return { tier: 0, priceMinor: 295_000 };
    return besideStage ? { tier: 3, priceMinor: 139_000 } : { tier: 1, priceMinor: 245_000 };
  }
  if (alongFloor) return { tier: 3, priceMinor: 139_000 };
  return besideStage ? { tier: 5, priceMinor: 69_000 } : { tier: 4, priceMinor: 95_000 };
}

/** What stands in a row of `room` seats: a stairway through its middle, or places for wheelchairs. */
function rowPlaces(ring: Ring, row: number, room: number): Place[] {
  const seats = (count: number): Place[] => Array.from({ length: count }, () => 'seat');
  if (ring === upperRing && row < 4) {
    const half = Math.floor((room - 4) / 2);
    return [...seats(half), 'aisle', 'aisle', ...seats(half)];
  }
  if (ring === lowerRing && row === ring.rows - 1) {
    const pair: Place[] = ['wheelchair', 'companion'];
    const half = Math.floor((room - 5) / 2);
    return [...seats(half), ...pair, ...pair, ...seats(half)];
  }
  return seats(room);
}

function sectionRow(ring: Ring, section: Section, row: number, shortened: number): HallSeat[] {
  const offset = ring.offset + row * ring.rowPitch;
  const from = distanceOf(floor, offset, section.from);
  const to = distanceOf(floor, offset, section.to);
  // The same section left and right must not differ by a seat for a rounding error's sake.
  const room = Math.floor(to - from - aisle + 1e-6) - shortened;
  const { length, seats } = spread(rowPlaces(ring, row, room));
  const first = (from + to - length) / 2;
  const camera = cameraSections.includes(section.number) && row === ring.rows - 3;
  return seats.map(({ place, distance }, i) => {
    const [x, y] = rounded(walk(floor, offset, first + distance).at);
    return {
      row: letters(row),
      label: String(i + 1),
      x,
      y,
      accessible: place === 'wheelchair',
      companion: place === 'companion',
      restricted: false,
      blocked: camera && Math.abs(i - (seats.length - 1) / 2) < 4,
    };
  });
}

function zoneOf(ring: Ring, section: Section, shortened = 0): HallZone {
  const seats = Array.from({ length: ring.rows }, (_, row) =>
    sectionRow(ring, section, row, row === ring.rows - 1 ? shortened : 0),
  ).flat();
  return {
    name: String(section.number),
    kind: 'numbered',
    capacity: seats.length,
    ...tierOf(ring, section),
    floor: 0,
    outline: null,
    seats,
  };
}

/** Both rings; the last row is shortened, evenly all round, until the house holds its number. */
function seatedZones(): HallZone[] {
  const lower = arenaSections(lowerRing).map((section) => zoneOf(lowerRing, section));
  const sections = arenaSections(upperRing);
  const count = (zones: HallZone[]) => zones.reduce((sum, { capacity }) => sum + capacity, 0);
  const whole = sections.map((section) => zoneOf(upperRing, section));
  const surplus = count(lower) + count(whole) - seatsWanted;
  const upper = sections.map((section, i) => {
    const share = Math.floor((surplus + i) / sections.length);
    return zoneOf(upperRing, section, share);
  });
  return [...lower, ...upper];
}

/** An arena of 20,000 seats in two rings around a floor of 5,000 standing places. */
export function arena(): Hall {
  const standing: HallZone = {
    name: 'Pista',
    kind: 'general',
    capacity: standingPlaces,
    priceMinor: 189_000,
    tier: 2,
    floor: 0,
    outline: floorOutline(),
    seats: [],
  };
  return hallOf([standing, ...seatedZones()], arenaShapes(), { focus: stageFront });
}
