import { describe, expect, it } from 'vitest';
import type { LiveLock } from '@/lib/locks/schema';
import { offeredAfter } from './offered';
import type { Outcome } from './outcome';

const found = (...seatIds: number[]): Outcome => ({
  kind: 'found',
  placement: 'together',
  blocks: [seatIds.map((seatId) => ({ seatId }) as LiveLock)],
});

describe('other seats than those', () => {
  it('are none that were offered before, however often others are asked for', () => {
    const first = offeredAfter([], found(1, 2));
    expect(offeredAfter(first, found(3, 4))).toEqual([1, 2, 3, 4]);
  });

  it('begin anew once there are none', () => {
    const none: Outcome = { kind: 'short', requested: 2, available: 1, swapping: true };
    expect(offeredAfter([1, 2], none)).toEqual([]);
  });

  it('stay the same while no answer comes', () => {
    expect(offeredAfter([1, 2], { kind: 'unheard' })).toEqual([1, 2]);
  });

  it('leave out no more than one question may name', () => {
    const many = Array.from({ length: 600 }, (_, i) => i);
    expect(offeredAfter(many, found(7_000))).toHaveLength(500);
  });
});
