/** From a moment to before another, in microseconds since 1970. */
export type Micros = { from: number; to: number };

/** A stretch of time to search, or all of it; `live`: nothing of it is in the history. */
export type Part = { stretch?: Micros; live: boolean };

/** `2026-11-24T10:00:00.123456Z` */
export function momentOf(at: number): string {
  const ms = Math.floor(at / 1_000);
  const rest = String(at - ms * 1_000).padStart(3, '0');
  return new Date(ms).toISOString().replace('Z', `${rest}Z`);
}

const nilId = '00000000-0000-0000-0000-000000000000';

/** A cursor that stands at no lock: older is what was made before it, newer what was made from it on. */
export const borderCursor = (at: number) => `${at}.${nilId}`;
export const isBorder = (cursor: string) => cursor.endsWith(nilId);
