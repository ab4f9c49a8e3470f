import type { ComponentProps } from 'react';

/*
 * A table whose parts are laid out as a grid: browsers forget what an element of a table is once it
 * is drawn in another way, so that each says it.
 */
const roleOf = {
  table: { role: 'treegrid' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  cell: { role: 'gridcell' },
} as const;

export const GridTable = (props: ComponentProps<'table'>) => <table {...roleOf.table} {...props} />;
export const GridTop = (props: ComponentProps<'thead'>) => <thead {...roleOf.group} {...props} />;
export const GridBody = (props: ComponentProps<'tbody'>) => <tbody {...roleOf.group} {...props} />;
export const GridRow = (props: ComponentProps<'tr'>) => <tr {...roleOf.row} {...props} />;
export const GridHeadCell = (props: ComponentProps<'th'>) => (
  <th scope="col" {...roleOf.head} {...props} />
);
export const GridCell = (props: ComponentProps<'td'>) => <td {...roleOf.cell} {...props} />;
