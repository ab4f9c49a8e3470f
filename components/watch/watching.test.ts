import { describe, expect, it } from 'vitest';
import { type SeatLook, seatLook } from '@/components/seat-map/seat-store';
import { followed, toggled, understood, type Watched, watchedMax } from './watching';

const waiting: Watched[] = [{ seatId: 14, phase: 'waiting' }];
const becomes = (list: Watched[], ...looks: (SeatLook | null)[]) =>
  looks.reduce((known, look) => followed(known, () => look), list);

describe('a watched seat', () => {
  it('that becomes free is back', () => {
    expect(becomes(waiting, seatLook.held, seatLook.free)).toEqual([{ seatId: 14, phase: 'back' }]);
  });

  it('that somebody was quicker to take is missed, and waited for again', () => {
    const missed = becomes(waiting, seatLook.free, seatLook.held);
    expect(missed).toEqual([{ seatId: 14, phase: 'missed' }]);
    expect(understood(missed, 'missed')).toEqual(waiting);
    expect(becomes(missed, seatLook.free)).toEqual([{ seatId: 14, phase: 'back' }]);
  });

  it('that is sold is over, which is told once', () => {
    const over = becomes(waiting, seatLook.sold);
    expect(over).toEqual([{ seatId: 14, phase: 'over' }]);
    expect(becomes(over, seatLook.free)).toEqual(over);
    expect(understood(over, 'over')).toEqual([]);
  });

  it('that is the buyer’s own is watched no more, but is while its click travels', () => {
    const back = becomes(waiting, seatLook.free);
    expect(becomes(back, seatLook.choosing)).toEqual(back);
    expect(becomes(back, seatLook.choosing, seatLook.mine)).toEqual([]);
    expect(becomes(waiting, null)).toEqual([]);
  });

  it('is watched until it is asked for no more', () => {
    expect(toggled([], 14)).toEqual(waiting);
    expect(toggled(waiting, 14)).toEqual([]);
  });

  it('is one of a number that is bounded', () => {
    const full = Array.from({ length: watchedMax }, (_, seatId) => ({
      seatId,
      phase: 'waiting' as const,
    }));
    expect(toggled(full, 99)).toHaveLength(watchedMax);
    expect(toggled(full, 3)).toHaveLength(watchedMax - 1);
  });
});
