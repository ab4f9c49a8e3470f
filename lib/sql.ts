import { sql } from 'drizzle-orm';

/** A list as one array parameter, so that a statement is prepared once whatever the list's length. */
export const intArray = (values: number[]) => sql`${sql.param(values)}::int[]`;
export const textArray = (values: string[]) => sql`${sql.param(values)}::text[]`;
export const uuidArray = (values: string[]) => sql`${sql.param(values)}::uuid[]`;

/** A time column or expression as whole milliseconds since 1970. */
export const epochMs = (column: unknown) =>
  sql<number>`floor(extract(epoch from ${column}) * 1000)::float8`;

/** The inverse of `epochMs`. */
export const fromEpochMs = (ms: unknown) => sql`to_timestamp(${ms} / 1000.0)`;
