import { type SeatLook, seatLook } from '@/components/seat-map/seat-store';

/** The most that a tab waits for at a time. */
export const watchedMax = 20;

/**
 * A seat that the buyer asked to be told of. `back`: it can be had now; `missed`: it could, and
 * somebody was quicker, it is waited for again; `over`: sold, it will not come back.
 */
export type Watched = { seatId: number; phase: 'waiting' | 'back' | 'missed' | 'over' };

export function isWaiting({ phase }: Watched): boolean {
  return phase !== 'over';
}

/**
 * What has become of the watched seats. One that is the buyer's own by now, or of another map, is
 * watched no more.
 * @param lookOf null for a seat of another map
 */
export function followed(
  list: readonly Watched[],
  lookOf: (seatId: number) => SeatLook | null,
): Watched[] {
  return list.flatMap((watched) => {
    const phase = phaseAfter(watched.phase, lookOf(watched.seatId));
    if (phase === null) return [];
    return phase === watched.phase ? [watched] : [{ ...watched, phase }];
  });
}

function phaseAfter(phase: Watched['phase'], look: SeatLook | null): Watched['phase'] | null {
  if (look === null || look === seatLook.mine) return null;
  if (phase === 'over' || look === seatLook.choosing || look === seatLook.returning) return phase;
  if (look === seatLook.free) return 'back';
  if (look !== seatLook.held) return 'over';
  return phase === 'back' ? 'missed' : phase;
}

/** Begins to watch a seat, or ends it. The list stays as it is when it is full. */
export function toggled(list: readonly Watched[], seatId: number): Watched[] {
  const others = list.filter((watched) => watched.seatId !== seatId);
  const known = list.find((watched) => watched.seatId === seatId);
  if (known && isWaiting(known)) return others;
  if (others.filter(isWaiting).length >= watchedMax) return [...list];
  return [...others, { seatId, phase: 'waiting' }];
}

/** The buyer has read what happened to these: what can still come back is waited for. */
export function understood(list: readonly Watched[], phase: 'missed' | 'over'): Watched[] {
  return list.flatMap((watched) => {
    if (watched.phase !== phase) return [watched];
    return phase === 'over' ? [] : [{ ...watched, phase: 'waiting' as const }];
  });
}
