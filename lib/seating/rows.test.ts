import { describe, expect, test } from 'vitest';
import { arena } from '@/db/seed/arena';
import type { Hall } from '@/db/seed/hall';
import { theatre } from '@/db/seed/theatre';
import { type SeatColumns, type SeatRows, seatRows } from './rows';

type Seat = { zone?: number; row?: string; label?: string; at: [number, number] };

function columnsOf(seats: Seat[]): SeatColumns {
  return {
    ids: seats.map((_, i) => 101 + i),
    zones: seats.map(({ zone = 1 }) => zone),
    rows: seats.map(({ row = 'A' }) => row),
    labels: seats.map(({ label = '' }) => label),
    x: seats.map(({ at }) => at[0]),
    y: seats.map(({ at }) => at[1]),
    flags: seats.map(() => 0),
  };
}

function runsOf({ order, starts }: SeatRows): number[][] {
  return Array.from({ length: starts.length - 1 }, (_, run) =>
    Array.from(order.subarray(starts[run]!, starts[run + 1]!)),
  );
}

const runs = (...at: [number, number][]) => runsOf(seatRows(columnsOf(at.map((p) => ({ at: p })))));

describe('who sits beside whom', () => {
  test('follows from where the seats stand, not from their order', () => {
    expect(runs([2, 0], [0, 0], [3, 0], [1, 0])).toEqual([[1, 3, 0, 2]]);
  });

  test('an aisle parts neighbours, a wheelchair place does not', () => {
    expect(runs([0, 0], [1.2, 0], [3.8, 0], [4.8, 0])).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  test('a distance of just the reach still counts as beside', () => {
    expect(runs([0.7, 0], [2.3, 0])).toEqual([[0, 1]]);
  });

  test('a row that climbs the plan reads from top to bottom', () => {
    expect(runs([0.1, 3], [0, 2], [0.1, 1], [0, 0])).toEqual([[3, 2, 1, 0]]);
  });

  test('a box of two by three has its two sides', () => {
    expect(runs([0, 0], [1.05, 0], [2.1, 0], [0, 1.2], [1.05, 1.2], [2.1, 1.2])).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
  });

  test('a row all round the stage is one run that begins with its first seat', () => {
    const ring = Array.from({ length: 24 }, (_, i): [number, number] => {
      const angle = (i / 24) * 2 * Math.PI;
      return [-Math.cos(angle) * 3.9, Math.sin(angle) * 3.9];
    });
    const [run, ...others] = runs(...ring);
    expect(others).toEqual([]);
    expect([...run!].sort((a, b) => a - b)).toEqual(ring.map((_, i) => i));
    const steps = run!.slice(1).map((seat, i) => Math.abs(seat - run![i]!));
    expect(new Set(steps)).toEqual(new Set([1]));
  });

  test('a box at the end of a row leaves the row itself in order', () => {
    const box: [number, number][] = [0, 1, 2, 3].map((i) => [8 + (i % 2), Math.floor(i / 2)]);
    expect(runs([2, 0], [0, 0], [1, 0], ...box)[0]).toEqual([1, 2, 0]);
  });

  test('rows of one name in two zones are two rows', () => {
    const { rows, rowOfRun } = seatRows(
      columnsOf([{ at: [0, 0] }, { zone: 2, at: [1, 0] }, { row: 'B', at: [2, 0] }]),
    );
    expect(rows).toEqual([
      { zoneId: 1, name: 'A', runs: [0] },
      { zoneId: 2, name: 'A', runs: [1] },
      { zoneId: 1, name: 'B', runs: [2] },
    ]);
    expect([...rowOfRun]).toEqual([0, 1, 2]);
  });
});

function seatsOf(hall: Hall): Seat[] {
  return hall.zones.flatMap(({ seats }, zone) =>
    seats.map(({ row, label, x, y }): Seat => ({ zone: zone + 1, row, label, at: [x, y] })),
  );
}

describe.each([
  ['theatre', theatre()],
  ['arena', arena()],
])('in the %s', (_, hall) => {
  const seats = seatsOf(hall);
  const columns = columnsOf(seats);
  const rows = seatRows(columns);

  test('every seat stands in exactly one run, of its own row', () => {
    expect([...rows.order].sort((a, b) => a - b)).toEqual(seats.map((_, seat) => seat));
    for (const [run, members] of runsOf(rows).entries()) {
      const { zoneId, name, runs } = rows.rows[rows.rowOfRun[run]!]!;
      expect(runs).toContain(run);
      for (const [place, seat] of members.entries()) {
        expect([rows.runOf[seat], rows.placeOf[seat]]).toEqual([run, place]);
        expect([columns.zones[seat], columns.rows[seat]]).toEqual([zoneId, name]);
      }
    }
  });

  test('neighbours in a run stand beside each other, and no run could be longer', () => {
    const distance = (a: number, b: number) =>
      Math.hypot(columns.x[a]! - columns.x[b]!, columns.y[a]! - columns.y[b]!);
    const ends = runsOf(rows).map((members) => {
      for (let i = 1; i < members.length; i += 1) {
        expect(distance(members[i - 1]!, members[i]!)).toBeLessThan(1.61);
      }
      return [members[0]!, members.at(-1)!] as const;
    });
    for (const { runs, name } of rows.rows) {
      for (let i = 1; i < runs.length; i += 1) {
        const gap = distance(ends[runs[i - 1]!]![1], ends[runs[i]!]![0]);
        expect(gap, `row ${name}`).toBeGreaterThan(1.6);
      }
    }
  });

  test('rows read from left to right, or from top to bottom', () => {
    for (const members of runsOf(rows)) {
      const [first, last] = [members[0]!, members.at(-1)!];
      const [dx, dy] = [columns.x[last]! - columns.x[first]!, columns.y[last]! - columns.y[first]!];
      expect(Math.abs(dx) >= Math.abs(dy) ? dx : dy).toBeGreaterThanOrEqual(0);
    }
  });
});

test('the theatre has two runs a box, and three parts to a row of the stalls', () => {
  const { rows } = seatRows(columnsOf(seatsOf(theatre())));
  const parts = (zoneId: number) =>
    new Set(rows.filter((row) => row.zoneId === zoneId).map(({ runs }) => runs.length));
  expect(parts(2)).toEqual(new Set([2]));
  expect(parts(1)).toEqual(new Set([3]));
  expect(parts(4)).toEqual(new Set([3]));
});
