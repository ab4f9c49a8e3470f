import type { Want } from './place';

/** Wants in their order, those of seats in one row side by side as one party. */
export function parties(wants: readonly Want[]): Want[][] {
  const rows = new Map<string, Want[]>();
  const found: Want[][] = [];
  for (const want of wants) {
    const { eventId, zoneId, row, seat } = want.place;
    const key = seat === null || row === null ? null : JSON.stringify([eventId, zoneId, row]);
    const party = key === null ? undefined : rows.get(key);
    if (party) {
      party.push(want);
      continue;
    }
    const opened = [want];
    found.push(opened);
    if (key !== null) rows.set(key, opened);
  }
  return found;
}
