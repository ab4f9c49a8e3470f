import { type SQL, sql } from 'drizzle-orm';

/** From a moment to before another, or to the end of what there is. */
export type Stretch = { from: SQL; to?: SQL };

/** The locks `l` made in it. */
export const stretch = ({ from, to }: Stretch): SQL =>
  sql`l.locked_at >= ${from} ${to ? sql`AND l.locked_at < ${to}` : sql``}`;
