import type { Column } from './criteria';

/** Columns of the head and of every line: box, the eleven, and what can be done. */
export const gridColumns =
  'grid grid-cols-[1.75rem_minmax(5.5rem,2.4fr)_minmax(4.5rem,1fr)_5rem_4.25rem_minmax(4.25rem,0.9fr)_4rem_1.5rem_3rem_4rem_3.75rem_6.5rem_2rem] items-center gap-x-2.5 px-2';

/** Pixels; one for all, so that a place in the list is known without measuring. */
export const lineHeight = 44;

export const numericColumns: ReadonlySet<Column> = new Set([
  'value',
  'since',
  'left',
  'extensions',
]);
