import type { SeatedHall } from './hall-index';
import { seatRows } from './rows';

/**
 * `.` free, `x` taken, `r` free with a restricted view, `a` a free wheelchair place, `c` a free
 * companion's (capitals: taken), `|` an aisle.
 */
export type Drawn = {
  row: string;
  zone?: number;
  price?: number;
  prices?: number[];
  shift?: number;
};

const flagsOf: Record<string, number> = { '.': 0, x: 0, r: 4, R: 4, a: 1, A: 1, c: 2, C: 2 };

export type TestHall = SeatedHall & { isFree: (seat: number) => boolean };

/** Rows as they are drawn, the first nearest to the stage; the focus is before the first row. */
export function drawn(rows: (string | Drawn)[], focus: [number, number] = [3, -2]): TestHall {
  const seats = rows.flatMap((line, at) => {
    const {
      row,
      zone = 1,
      price = 1000,
      prices,
      shift = 0,
    } = typeof line === 'string' ? ({ row: line } as Drawn) : line;
    let place = 0;
    return [...row].flatMap((sign, i) => {
      if (sign === '|') return [];
      const aisles = row.slice(0, i).split('|').length - 1;
      return {
        sign,
        zone,
        row: String(at),
        price: prices?.[place++] ?? price,
        x: shift + i + aisles * 0.6,
        y: at * 1.2,
      };
    });
  });
  const columns = {
    ids: seats.map((_, seat) => seat + 1),
    zones: seats.map(({ zone }) => zone),
    rows: seats.map(({ row }) => row),
    labels: seats.map((_, seat) => String(seat)),
    x: seats.map(({ x }) => x),
    y: seats.map(({ y }) => y),
    flags: seats.map(({ sign }) => flagsOf[sign]!),
  };
  return {
    columns,
    rows: seatRows(columns),
    prices: Int32Array.from(seats, ({ price }) => price),
    focus,
    isFree: (seat) => '.rac'.includes(seats[seat]!.sign),
  };
}
