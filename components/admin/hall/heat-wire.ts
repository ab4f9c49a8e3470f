import type { HeatBody, ReplayBody, SeatHistory } from '@/lib/heat/schema';

/** Whose hall: the organizer's slug and the event. */
export type HallAddress = { tenant: string; eventId: string };

/** From when and for how long, as `replayQuerySchema` takes them; null: as long as it takes. */
export type ReplayAsked = HallAddress & { from: string; minutes: number | null };

const answerMaxMs = 30_000;

const at = ({ tenant, eventId }: HallAddress, what: string, more: Record<string, string> = {}) =>
  `/api/admin/${encodeURIComponent(tenant)}/${what}?${new URLSearchParams({ event: eventId, ...more })}`;

export const fetchHeat = (hall: HallAddress) => getJson<HeatBody>(at(hall, 'heat'));

export const fetchSeat = (asked: HallAddress & { seatId: number }) =>
  getJson<SeatHistory>(at(asked, 'heat/seat', { seat: String(asked.seatId) }));

export function fetchReplay({ from, minutes, ...hall }: ReplayAsked) {
  const more = { from, ...(minutes === null ? {} : { minutes: String(minutes) }) };
  return getJson<ReplayBody>(at(hall, 'replay', more));
}

async function getJson<T>(url: string): Promise<T> {
  const response = await fetch(url, { signal: AbortSignal.timeout(answerMaxMs) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
