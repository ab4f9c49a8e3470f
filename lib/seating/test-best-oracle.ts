import type { BestWish } from './best';
import type { Drawn } from './test-halls';
import { spoilt, windows } from './test-oracle';

export type Row = Drawn & { zone: number; prices: number[] };

/** The rows' seats as the hall numbers them, with what is drawn, whether it is wanted, and how far it is. */
export function seatsOf(
  hall: Row[],
  { zoneIds, maxPrice }: BestWish,
  [fromX, fromY]: readonly [number, number] = [3, -2],
) {
  let number = 0;
  return hall.flatMap(({ row, zone, prices, shift = 0 }, line) => {
    let place = 0;
    return [...row].flatMap((sign, at) => {
      if (sign === '|') return [];
      const aisles = row.slice(0, at).split('|').length - 1;
      const [dx, dy] = [shift + at + aisles * 0.6 - fromX, line * 1.2 - fromY];
      const price = prices[place++]!;
      const wanted = (!zoneIds || zoneIds.has(zone)) && (maxPrice === null || price <= maxPrice);
      const away = Math.round((dx * dx + dy * dy) * 1000) / 1000;
      return { number: number++, line, at, sign, wanted: wanted && sign !== 'x', away };
    });
  });
}
type Seat = ReturnType<typeof seatsOf>[number];

export const count = (seats: Seat[], signs: string) =>
  seats.filter(({ sign }) => signs.includes(sign)).length;

/** All that fits side by side, as the rule and the wish have it, the best first. */
export function together(hall: Row[], seats: Seat[], wish: BestWish) {
  const { quantity, accessible, rule } = wish;
  return seats
    .flatMap((first) => {
      const row = hall[first.line]!.row;
      const window = seats.filter(
        ({ line, at }) => line === first.line && at >= first.at && at < first.at + quantity,
      );
      if (window.length < quantity || window.some(({ wanted }) => !wanted)) return [];
      if (count(window, 'a') !== accessible) return [];
      if (accessible === 0 && count(window, 'c') > 0) return [];
      const places = window.map(({ at }) => at);
      const regular = count(window, '.r');
      const allowed =
        spoilt(row, rule, places).length === 0 || windows(row, rule, regular).length === 0;
      const spoils = spoilt(row, 'strict', places).length > 0 ? 1 : 0;
      const away = window.reduce((sum, seat) => sum + seat.away, 0);
      const lowest = window[0]!.number;
      const key = [
        spoils,
        accessible ? regular : 0,
        count(window, 'r'),
        Math.round(away * 1000),
        lowest,
      ];
      return { seats: window.map((seat) => seat.number), allowed, key };
    })
    .sort((a, b) => {
      const differs = a.key.findIndex((value, i) => value !== b.key[i]);
      return differs < 0 ? 0 : a.key[differs]! - b.key[differs]!;
    });
}

/** What a split costs at the least, by number of people and blocks: [alone, left alone]. */
export function leastSplit(hall: Row[], seats: Seat[], quantity: number) {
  type Cost = [alone: number, left: number];
  const less = (a: Cost, b: Cost | undefined) =>
    !b || a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
  let least = new Map<string, Cost>([['0 0', [0, 0]]]);
  for (const [line, { row }] of hall.entries()) {
    const open = seats.filter(
      (seat) => seat.line === line && seat.wanted && '.r'.includes(seat.sign),
    );
    const grown = new Map(least);
    for (let mask = 1; mask < 1 << open.length; mask += 1) {
      const places = open.filter((_, i) => mask & (1 << i)).map(({ at }) => at);
      const text = [...row].map((_, at) => (places.includes(at) ? '#' : ' ')).join('');
      const blocks = text.match(/#+/g)!;
      const alone = blocks.filter((block) => block.length === 1).length;
      const left = spoilt(row, 'strict', places).length;
      for (const [key, cost] of least) {
        const [people, parts] = key.split(' ').map(Number) as [number, number];
        const total: Cost = [cost[0] + alone, cost[1] + left];
        const at = `${people + places.length} ${parts + blocks.length}`;
        if (people + places.length <= quantity && less(total, grown.get(at))) grown.set(at, total);
      }
    }
    least = grown;
  }
  for (let blocks = 2; blocks <= quantity; blocks += 1) {
    const cost = least.get(`${quantity} ${blocks}`);
    if (cost) return { blocks, alone: cost[0], left: cost[1] };
  }
  return null;
}
