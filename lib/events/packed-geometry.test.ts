import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packGeometry, unpackGeometry } from './packed-geometry';
import type { Geometry, PackedGeometry } from './schema';

const seat = fc.record({
  /** Above the id of the seat before. */
  gap: fc.integer({ min: 1, max: 5_000 }),
  zone: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  row: fc.oneof(fc.constantFrom('1', 'A', 'Fila 3', ''), fc.string()),
  label: fc.oneof(
    fc.nat({ max: 40 }).map(String),
    fc.constantFrom('007', '1e3', '-1', '4.0', '999999999', '12B', '٣'),
    fc.string(),
  ),
  x: fc.integer({ min: -1e7, max: 1e7 }),
  y: fc.integer({ min: -1e7, max: 1e7 }),
  flags: fc.integer({ min: 0, max: 7 }),
});

/** Seats at random, some of them in rows as halls have them. */
const geometries = fc
  .array(fc.tuple(seat, fc.integer({ min: 1, max: 12 }), fc.constantFrom(-2, -1, 0, 1, 2)), {
    maxLength: 12,
  })
  .map((rows) => {
    let id = 0;
    const seats = rows.flatMap(([first, length, step]) =>
      Array.from({ length }, (_, i) => {
        id += i === 0 ? first.gap : 1;
        const label = /^\d{1,2}$/.test(first.label)
          ? String(Math.abs(Number(first.label) + step * i))
          : first.label;
        return { ...first, id, label, x: first.x + i * 100 * step };
      }),
    );
    const column = <K extends keyof (typeof seats)[number]>(key: K) =>
      seats.map((each) => each[key]);
    return {
      version: 3,
      ids: column('id'),
      zones: column('zone'),
      rows: column('row'),
      labels: column('label'),
      x: column('x').map((x) => x / 100),
      y: column('y').map((y) => y / 100),
      flags: column('flags'),
    } satisfies Geometry;
  });

describe('a geometry packed for the page', () => {
  it('comes out as it went in, to the hundredth of a seat', () => {
    fc.assert(
      fc.property(geometries, (geometry) => {
        const sent = JSON.parse(JSON.stringify(packGeometry(geometry))) as PackedGeometry;
        const hall = unpackGeometry(sent);
        expect({
          ...hall,
          ids: [...hall.ids],
          zones: [...hall.zones],
          x: [...hall.x],
          y: [...hall.y],
          flags: [...hall.flags],
        }).toEqual({
          ...geometry,
          x: geometry.x.map(Math.fround),
          y: geometry.y.map(Math.fround),
        });
      }),
      { numRuns: 500 },
    );
  });

  it('is read in full or not at all: a text cut short, run on or put wrong is refused', () => {
    const columns = ['ids', 'zones', 'rows', 'labels', 'x', 'y', 'flags'] as const;
    const packed = packGeometry({
      version: 1,
      ids: [4, 5, 6, 9],
      zones: [2, 2, 2, 3],
      rows: ['A', 'A', 'A', 'B'],
      labels: ['1', '2', '3', 'Silla'],
      x: [0, 1, 2, 7.25],
      y: [0, 0, 0, 3],
      flags: [0, 0, 1, 2],
    });
    expect(unpackGeometry(packed).labels).toEqual(['1', '2', '3', 'Silla']);
    for (const column of columns) {
      const text = packed[column];
      for (const wrong of ['', text.slice(0, -1), `${text}CC`, `${text}g`, `${text.slice(1)}!`]) {
        expect(() => unpackGeometry({ ...packed, [column]: wrong })).toThrow(RangeError);
      }
    }
    for (const seats of [3, 5, -1, 1.5, 1e9]) {
      expect(() => unpackGeometry({ ...packed, seats })).toThrow(RangeError);
    }
    expect(() => unpackGeometry({ ...packed, names: packed.names.slice(1) })).toThrow(RangeError);
    // 300 is no sum of flags: the column has a byte a seat.
    expect(() => unpackGeometry({ ...packed, flags: 'I4S' })).toThrow(RangeError);
  });

  it('cannot hold a seat that is nowhere', () => {
    const nowhere = (x: number) => () =>
      packGeometry({
        version: 1,
        ids: [1],
        zones: [1],
        rows: ['1'],
        labels: ['1'],
        x: [x],
        y: [0],
        flags: [0],
      });
    for (const x of [Number.NaN, Infinity, 1e30]) expect(nowhere(x)).toThrow(RangeError);
    expect(nowhere(-250.5)).not.toThrow();
  });

  it('writes the same name or number once for all seats that have it', () => {
    const wide = Array.from({ length: 400 }, (_, i) => i);
    const hall = unpackGeometry(
      packGeometry({
        version: 1,
        ids: wide.map((i) => i + 1),
        zones: wide.map(() => 1),
        rows: wide.map((i) => String(Math.floor(i / 20))),
        labels: wide.map((i) => String((i % 20) + 1)),
        x: wide.map((i) => i % 20),
        y: wide.map((i) => Math.floor(i / 20)),
        flags: wide.map(() => 0),
      }),
    );
    expect(new Set(hall.labels).size).toBe(20);
    expect(hall.rows.slice(0, 20).every((row) => row === hall.rows[0])).toBe(true);
  });
});
