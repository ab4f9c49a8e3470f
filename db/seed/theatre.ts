import { arcLine, type Place, type PlacedSeat, rowOnArc } from './arc';
import { type Hall, type HallSeat, type HallZone, hallOf, rounded } from './hall';
import {
  balconyRadius,
  balconyRows,
  boxesASide,
  boxFrame,
  centre,
  crossAisle,
  frontRows,
  rowPitch,
  stallsRadius,
  stallsRows,
  standing,
} from './theatre-geometry';
import { apron, theatreShapes } from './theatre-plan';

function seat(row: string, label: number, { place, at }: PlacedSeat, blocked = false): HallSeat {
  return {
    row,
    label: String(label),
    x: at[0],
    y: at[1],
    accessible: place === 'wheelchair',
    companion: place === 'companion',
    restricted: false,
    blocked,
  };
}

/** The Spanish way: odd seats to the left of the middle, even ones to the right, counted from it. */
function numberedFromMiddle(row: string, seats: PlacedSeat[], blocked: number[]): HallSeat[] {
  const left = Math.ceil(seats.length / 2);
  return seats.map((placed, i) => {
    const label = i < left ? (left - i) * 2 - 1 : (i - left + 1) * 2;
    return seat(row, label, placed, blocked.includes(label));
  });
}

function mirrored(side: Place[], middle: number): Place[] {
  return [...side, 'aisle', ...seats(middle), 'aisle', ...side.toReversed()];
}

function seats(count: number): Place[] {
  return Array.from({ length: count }, () => 'seat');
}

function stallsRow(row: number): HallSeat[] {
  const width = 4 + Math.floor((row - 1) / 5);
  // Step-free from the cross aisle and from the doors at the back.
  const stepFree = row === frontRows + 1 || row === stallsRows;
  const side: Place[] = stepFree ? ['wheelchair', 'companion', ...seats(width - 2)] : seats(width);
  const radius = stallsRadius + (row - 1) * rowPitch + (row > frontRows ? crossAisle : 0);
  const desk = row >= stallsRows - 1 ? [1, 2, 3, 4] : [];
  const house = row === 7 ? [1, 2] : [];
  return numberedFromMiddle(String(row), rowOnArc(centre, radius, mirrored(side, 10)), [
    ...desk,
    ...house,
  ]);
}

function balconyRow(row: number): HallSeat[] {
  const side = seats(7 + Math.floor((row - 1) / 2));
  const radius = balconyRadius + (row - 1) * rowPitch;
  return numberedFromMiddle(String(row), rowOnArc(centre, radius, mirrored(side, 10)), []);
}

function boxSeats(side: -1 | 1, box: number): HallSeat[] {
  const frame = boxFrame(side, box);
  return Array.from({ length: 6 }, (_, i) => {
    const at = rounded(frame((i % 3) * 1.05, Math.floor(i / 3) * 1.2));
    // The house keeps the box beside the stage for its guests.
    const placed = seat(String(box), i + 1, { place: 'seat', at }, side === -1 && box === 1);
    // Of the second row, the chair behind the partition on the stage's side.
    return { ...placed, restricted: i === 3 };
  });
}

function numbered(name: string, tier: number, priceMinor: number, rows: HallSeat[][]): HallZone {
  const all = rows.flat();
  return {
    name,
    kind: 'numbered',
    capacity: all.length,
    priceMinor,
    tier,
    floor: 0,
    outline: null,
    seats: all,
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** A theatre of about 600 seats: stalls, boxes on both sides, a balcony, standing behind the stalls. */
export function theatre(): Hall {
  const boxes = range(1, boxesASide);
  const { from, to, half } = standing;
  const zones: HallZone[] = [
    numbered('Platea preferente', 0, 7500, range(1, frontRows).map(stallsRow)),
    numbered(
      'Palcos izquierda',
      1,
      6400,
      boxes.map((box) => boxSeats(-1, box)),
    ),
    numbered(
      'Palcos derecha',
      1,
      6400,
      boxes.map((box) => boxSeats(1, box)),
    ),
    numbered('Platea', 2, 5600, range(frontRows + 1, stallsRows).map(stallsRow)),
    numbered('Anfiteatro', 3, 4200, range(1, balconyRows).map(balconyRow)),
    {
      name: 'De pie',
      kind: 'general',
      capacity: 80,
      priceMinor: 2800,
      tier: 4,
      floor: 0,
      outline: [
        ...arcLine(centre, from, -half, half),
        ...arcLine(centre, to, (half * to) / from, (-half * to) / from),
      ],
      seats: [],
    },
  ];
  return hallOf(zones, theatreShapes(), { focus: apron });
}
