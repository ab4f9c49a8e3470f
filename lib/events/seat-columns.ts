import { sql } from 'drizzle-orm';
import { seatFlag } from './seat-codes';

const bit = (flag: keyof typeof seatFlag) => sql.raw(String(seatFlag[flag]));

/** The rows of `seats` as one row of arrays, each in order of id. `flags`: `seatFlag`, added up. */
export const seatColumns = sql`coalesce(array_agg(id ORDER BY id), '{}') AS ids,
  coalesce(array_agg(zone_id ORDER BY id), '{}') AS zones,
  coalesce(array_agg(row ORDER BY id), '{}') AS rows,
  coalesce(array_agg(label ORDER BY id), '{}') AS labels,
  coalesce(array_agg(x ORDER BY id), '{}') AS x,
  coalesce(array_agg(y ORDER BY id), '{}') AS y,
  coalesce(array_agg(accessible::int * ${bit('accessible')} + companion::int * ${bit('companion')}
    + restricted_view::int * ${bit('restrictedView')} ORDER BY id), '{}') AS flags`;
