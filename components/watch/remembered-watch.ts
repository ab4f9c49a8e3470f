import { readStored, writeStored } from '@/components/cart/remembered';
import { type Watched, watchedMax } from './watching';

const key = (eventId: string) => `butaca.watch.${eventId}`;

/** The seats that this tab waits for; none where the browser forbids storage. */
export function recallWatched(eventId: string): Watched[] {
  const stored = readStored(() => sessionStorage.getItem(key(eventId)));
  if (!Array.isArray(stored)) return [];
  const seatIds = stored.filter((id): id is number => Number.isInteger(id));
  return seatIds.slice(0, watchedMax).map((seatId) => ({ seatId, phase: 'waiting' }));
}

export function rememberWatched(eventId: string, seatIds: readonly number[]): void {
  writeStored(() => sessionStorage.setItem(key(eventId), JSON.stringify(seatIds)));
}
