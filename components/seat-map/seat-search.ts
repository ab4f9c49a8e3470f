import type { Chart } from './chart';

/** What a zone is called, and its rows as indices into the chart's. */
export type SearchedZone = { id: number; title: string; rows: readonly number[] };

/** Zones that answer to the words, best first; row and seat of the first, where they were named. */
export type SeatFind = { zoneIds: number[]; row: number | null; seat: number | null };

const fillers = /\b(seccion|section|sector|zona|zone|area|fila|row|butaca|asiento|seat)\b/g;

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(fillers, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** `platea 7`, `Sección 103, fila 4, butaca 12`: as many words as name a zone, then row and seat. */
export function findSeat(text: string, zones: readonly SearchedZone[], chart: Chart): SeatFind {
  const asked = wordsOf(text);
  const named = zones.map((zone) => ({ zone, words: wordsOf(zone.title) }));
  for (let count = asked.length; count >= 0; count--) {
    const [name, place] = [asked.slice(0, count), asked.slice(count)];
    const found = named
      .filter(({ words }) => name.every((ask) => words.some((word) => word.startsWith(ask))))
      .sort((a, b) => likeness(b.words, name) - likeness(a.words, name))
      .map(({ zone }) => zone);
    const [first] = count > 0 ? found : found.filter((zone) => rowIn(zone, place, chart) !== null);
    if (!first) continue;
    const row = rowIn(first, place, chart);
    const zoneIds = (count > 0 ? found : [first]).map((zone) => zone.id);
    return { zoneIds, row, seat: row === null ? null : seatIn(row, place, chart) };
  }
  return { zoneIds: [], row: null, seat: null };
}

/** How many of the words are a zone's whole words: `1` is rather zone 1 than zone 10. */
function likeness(words: readonly string[], name: readonly string[]): number {
  return name.filter((ask) => words.includes(ask)).length;
}

function rowIn({ rows }: SearchedZone, place: readonly string[], chart: Chart): number | null {
  const [asked] = place;
  if (asked === undefined) return null;
  return rows.find((row) => wordsOf(chart.rows[row]!.name).join(' ') === asked) ?? null;
}

function seatIn(row: number, place: readonly string[], chart: Chart): number | null {
  const asked = place[1];
  const seats = chart.rows[row]!.seats;
  return seats.find((seat) => chart.labels[seat]!.toLowerCase() === asked) ?? null;
}
