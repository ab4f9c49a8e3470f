import type { LockDevice, LockStage } from '@/lib/watch/schema';
import { lockStages } from '@/lib/watch/schema';
import { plain, type Row } from './row';

/** Null: all of them. */
export type Filter = {
  eventId: string | null;
  zoneId: number | null;
  stage: LockStage | null;
  /** `unknown`: the browser did not say. */
  device: LockDevice | 'unknown' | null;
  text: string;
};

export const noFilter: Filter = {
  eventId: null,
  zoneId: null,
  stage: null,
  device: null,
  text: '',
};

export const columns = [
  'event',
  'zone',
  'place',
  'value',
  'who',
  'network',
  'device',
  'since',
  'left',
  'extensions',
  'stage',
] as const;
export type Column = (typeof columns)[number];

export type Sort = { by: Column; descending: boolean };

export const isFiltered = (filter: Filter): boolean =>
  Object.values({ ...filter, text: filter.text.trim() || null }).some((value) => value !== null);

/** Whether a lock is among those wanted. Each word of the text begins a word of what is searched. */
export function matcher(filter: Filter): (row: Row) => boolean {
  const words = plain(filter.text).split(/\s+/).filter(Boolean);
  return (row) =>
    (filter.eventId === null || row.eventId === filter.eventId) &&
    (filter.zoneId === null || row.zoneId === filter.zoneId) &&
    (filter.stage === null || row.stage === filter.stage) &&
    (filter.device === null || (row.device ?? 'unknown') === filter.device) &&
    words.every((word) => row.haystack.includes(` ${word}`));
}

/** What a column is ordered by. @param eventName by id, as people read it. */
export function sortKey(
  by: Column,
  eventName: (id: string) => string,
): (row: Row) => string | number {
  switch (by) {
    case 'event':
      return (row) => plain(eventName(row.eventId));
    case 'zone':
      return (row) => plain(row.zoneName);
    case 'place':
      return (row) => row.placeKey;
    case 'value':
      return (row) => row.value;
    case 'who':
      return (row) => row.whoKey;
    case 'network':
      return (row) => row.address ?? '';
    case 'device':
      return (row) => row.device ?? '';
    case 'since':
      return (row) => row.lockedMs;
    case 'left':
      return (row) => row.expiresMs;
    case 'extensions':
      return (row) => row.extensions;
    case 'stage':
      return (row) => lockStages.indexOf(row.stage);
  }
}

/** Sorted by the column; among equals the oldest first, so that nothing jumps. */
export function sorted(
  rows: readonly Row[],
  { by, descending }: Sort,
  eventName: (id: string) => string,
): Row[] {
  const keyOf = sortKey(by, eventName);
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  const way = descending ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key < b.key) return -way;
    if (a.key > b.key) return way;
    return a.row.lockedMs - b.row.lockedMs || (a.row.id < b.row.id ? -1 : 1);
  });
  return keyed.map(({ row }) => row);
}
