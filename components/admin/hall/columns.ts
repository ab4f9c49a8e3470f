import type { Layer } from './layers';
import type { PlaceFigures } from './place-figures';

export const columnKeys = {
  live: ['places', 'free', 'held', 'taken', 'full'],
  replay: ['places', 'free', 'held', 'taken', 'full'],
  locks: ['places', 'locks', 'each', 'most'],
  sales: ['places', 'sold', 'soldShare', 'soldAfter'],
  abandonment: ['ended', 'abandoned', 'lostShare'],
} as const satisfies Record<Layer, readonly string[]>;
export type ColumnKey = (typeof columnKeys)[Layer][number];

/** How a column's figure is written. */
export const formOf: Record<ColumnKey, 'count' | 'share' | 'mean' | 'minutes'> = {
  places: 'count',
  free: 'count',
  held: 'count',
  taken: 'count',
  full: 'share',
  locks: 'count',
  each: 'mean',
  most: 'count',
  sold: 'count',
  soldShare: 'share',
  soldAfter: 'minutes',
  ended: 'count',
  abandoned: 'count',
  lostShare: 'share',
};

const part = (some: number, all: number) => (all > 0 ? some / all : null);

const compute: Record<ColumnKey, (f: PlaceFigures) => number | null> = {
  places: (f) => f.places,
  free: (f) => f.free,
  held: (f) => f.held,
  taken: (f) => f.taken,
  full: (f) => part(f.taken + f.held, f.places),
  locks: (f) => f.locks,
  each: (f) => part(f.locks, f.places),
  most: (f) => f.most || null,
  sold: (f) => f.sold,
  soldShare: (f) => part(f.sold, f.places),
  soldAfter: (f) => f.soldAfter,
  ended: (f) => f.sold + f.abandoned,
  abandoned: (f) => f.abandoned,
  lostShare: (f) => part(f.abandoned, f.sold + f.abandoned),
};

export const figureOf = (key: ColumnKey, figures: PlaceFigures) => compute[key](figures);

/** What the map shades a whole zone by, and what it says of it: the first loud, the second small. */
export const zoneFigures = {
  live: { shade: 'full', said: ['held', 'taken'] },
  replay: { shade: 'full', said: ['held', 'taken'] },
  locks: { shade: 'each', said: ['locks', 'each'] },
  sales: { shade: 'soldAfter', said: ['sold', 'soldAfter'] },
  abandonment: { shade: 'lostShare', said: ['lostShare', 'abandoned'] },
} as const satisfies Record<Layer, { shade: ColumnKey; said: readonly [ColumnKey, ColumnKey] }>;

/** Sorted by a column; what has no figure comes last either way. */
export function sortedBy<T extends { figures: PlaceFigures }>(
  rows: readonly T[],
  key: ColumnKey,
  down: boolean,
): T[] {
  const value = (row: T) => figureOf(key, row.figures);
  return rows.toSorted((a, b) => {
    const [one, other] = [value(a), value(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return down ? other - one : one - other;
  });
}
