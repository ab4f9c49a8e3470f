import type { Column } from './criteria';

/** Columns of the head and of every line: box, the eleven, and what can be done. */
export const gridColumns =
  'grid grid-cols-[1.75rem_minmax(5.5rem,1.4fr)_minmax(4.5rem,1fr)_5.25rem_4.5rem_minmax(5rem,1fr)_4.25rem_1.75rem_3.25rem_4rem_3.75rem_6.75rem_2rem] items-center gap-x-3 px-2';

/** Pixels; one for all, so that a place in the list is known without measuring. */
export const lineHeight = 44;

export const numericColumns: ReadonlySet<Column> = new Set([
  'value',
  'since',
  'left',
  'extensions',
]);
