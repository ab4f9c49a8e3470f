import { describe, expect, test } from 'vitest';
import { arena } from './arena';
import type { Hall, HallSeat, Point } from './hall';
import { stadium } from './stadium';
import { theatre } from './theatre';

const halls: [name: string, hall: Hall, seats: number, standing: number[]][] = [
  ['theatre', theatre(), 600, [80]],
  ['arena', arena(), 20_000, [5_000]],
  ['stadium', stadium(), 100_000, [2_500, 2_500]],
];

const seatsOf = (hall: Hall, floor?: number): HallSeat[] =>
  hall.zones.flatMap((zone) => (floor === undefined || zone.floor === floor ? zone.seats : []));

const floorsOf = (hall: Hall): number[] =>
  [...new Set(hall.zones.map(({ floor }) => floor))].sort((a, b) => a - b);

/** The smallest distance between two seats, each compared only with those nearby. */
function closest(seats: HallSeat[]): number {
  const cells = new Map<string, HallSeat[]>();
  const empty: HallSeat[] = [];
  let least = Infinity;
  for (const seat of seats) {
    const [column, row] = [Math.floor(seat.x / 2), Math.floor(seat.y / 2)];
    for (const dx of [-1, 0, 1]) {
      for (const dy of [-1, 0, 1]) {
        for (const other of cells.get(`${column + dx} ${row + dy}`) ?? empty) {
          least = Math.min(least, Math.hypot(seat.x - other.x, seat.y - other.y));
        }
      }
    }
    const cell = `${column} ${row}`;
    const there = cells.get(cell);
    if (there) there.push(seat);
    else cells.set(cell, [seat]);
  }
  return least;
}

/** Whether a point lies within a polygon: a ray to the right crosses its sides an odd number of times. */
function within([x, y]: Point, polygon: Point[]): boolean {
  let inside = false;
  for (const [i, [ax, ay]] of polygon.entries()) {
    const [bx, by] = polygon.at(i - 1)!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

describe.each(halls)('the %s', (_name, hall, seatCount, standingPlaces) => {
  test('has the seats and the standing places that it promises', () => {
    const general = hall.zones.filter(({ kind }) => kind === 'general');
    expect(seatsOf(hall)).toHaveLength(seatCount);
    expect(general.map(({ capacity }) => capacity)).toEqual(standingPlaces);
    for (const { kind, capacity, seats } of hall.zones) {
      if (kind === 'numbered') expect(seats).toHaveLength(capacity);
    }
  });

  test('has no two seats of a floor on top of each other', () => {
    for (const floor of floorsOf(hall)) {
      expect(closest(seatsOf(hall, floor))).toBeGreaterThan(0.95);
    }
  });

  test('has only floors that its plan names', () => {
    const named = hall.plan.floors?.map((_, floor) => floor) ?? [0];
    expect(floorsOf(hall)).toEqual(named);
    for (const { floor } of hall.plan.shapes) expect([undefined, ...named]).toContain(floor);
  });

  test('looks at a point within the stage or the field', () => {
    const [x, y] = hall.plan.focus!;
    const looked = hall.plan.shapes.flatMap((shape) =>
      shape.kind === 'stage' || shape.kind === 'pitch' ? [shape.points] : [],
    );
    expect(looked.some((area) => within([x + 0.01, y - 0.01], area))).toBe(true);
  });

  test('draws everything inside its bounds', () => {
    const [left, top, right, bottom] = hall.plan.bounds;
    const drawn: Point[] = [
      ...seatsOf(hall).map(({ x, y }): Point => [x, y]),
      ...hall.plan.shapes.flatMap((shape) => (shape.kind === 'label' ? [shape.at] : shape.points)),
    ];
    for (const [x, y] of drawn) {
      expect(x > left && x < right && y > top && y < bottom).toBe(true);
    }
  });

  test('calls no two seats of a zone by the same row and number', () => {
    for (const { seats } of hall.zones) {
      expect(new Set(seats.map(({ row, label }) => `${row}/${label}`)).size).toBe(seats.length);
    }
  });

  test('keeps seats out of the standing zone, the stage and the floor', () => {
    const areas = [
      ...hall.zones.flatMap(({ outline, floor }) => (outline ? [{ floor, points: outline }] : [])),
      ...hall.plan.shapes.flatMap((s) => (s.kind === 'stage' || s.kind === 'pitch' ? [s] : [])),
    ];
    const astray = floorsOf(hall).flatMap((floor) =>
      seatsOf(hall, floor).filter(({ x, y }) =>
        areas.some((area) => (area.floor ?? floor) === floor && within([x, y], area.points)),
      ),
    );
    expect(areas.length).toBeGreaterThan(1);
    expect(astray).toEqual([]);
  });

  test('is the same to the left and to the right of the stage', () => {
    const xs = seatsOf(hall).map(({ x }) => x);
    const skew = xs.reduce((sum, x) => sum + x, 0) / xs.length;
    expect(Math.abs(skew)).toBeLessThan(0.05);
  });

  test('sits a companion beside every wheelchair place', () => {
    for (const { seats } of hall.zones) {
      for (const [i, seat] of seats.entries()) {
        if (!seat.accessible) continue;
        const beside = [seats[i - 1], seats[i + 1]].filter((other) => other?.companion);
        expect(beside.some((other) => Math.hypot(other!.x - seat.x, other!.y - seat.y) < 1.5)).toBe(
          true,
        );
      }
    }
    expect(seatsOf(hall).some(({ accessible }) => accessible)).toBe(true);
  });

  test('charges more for a nearer tier, and names every zone on the plan', () => {
    const prices = new Map(hall.zones.map(({ tier, priceMinor }) => [tier, priceMinor]));
    const ordered = [...prices].sort(([a], [b]) => a - b).map(([, price]) => price);
    expect(ordered).toEqual([...ordered].sort((a, b) => b - a));
    for (const { tier, priceMinor } of hall.zones) expect(prices.get(tier)).toBe(priceMinor);
    const labelled = hall.plan.shapes.flatMap((s) =>
      s.kind === 'label' && s.zone ? [s.zone] : [],
    );
    expect(labelled.sort()).toEqual(hall.zones.map(({ name }) => name).sort());
  });
});

test('a buyer of the theatre or the stadium can come upon seats with a restricted view, which are few', () => {
  for (const hall of [theatre(), stadium()]) {
    const restricted = seatsOf(hall).filter((seat) => seat.restricted).length;
    expect(restricted).toBeGreaterThan(5);
    expect(restricted).toBeLessThan(seatsOf(hall).length * 0.03);
  }
});

test('the boxes of the stadium stand over its bowl', () => {
  const hall = stadium();
  const square = (x: number, y: number) => `${Math.round(x / 2)} ${Math.round(y / 2)}`;
  const bowl = new Set(seatsOf(hall, 0).map(({ x, y }) => square(x, y)));
  const covered = seatsOf(hall, 1).filter(({ x, y }) => bowl.has(square(x, y)));
  expect(covered.length).toBeGreaterThan(100);
});
