import { describe, expect, it } from 'vitest';
import type { LiveLock } from '@/lib/locks/schema';
import { heldByOthers, minutesUntil } from './returns';

const held = (zoneId: number, quantity: number) => ({ zoneId, quantity }) as LiveLock;

describe('when held places could come back', () => {
  it('is said in whole minutes, rounded up, and never as no time at all', () => {
    const returns = new Map([
      [1, 400_000],
      [2, 220_001],
      [3, 159_000],
      [4, 10_000],
    ]);
    expect([...minutesUntil(returns, 100_000)]).toEqual([
      [1, 5],
      [2, 3],
      [3, 1],
      [4, 1],
    ]);
  });

  it('is nobody’s business where the buyer alone holds the zone', () => {
    expect(heldByOthers({ id: 1, locked: 3 }, [held(1, 2), held(1, 1), held(2, 9)])).toBe(false);
    expect(heldByOthers({ id: 1, locked: 3 }, [held(1, 2), held(2, 1)])).toBe(true);
    expect(heldByOthers({ id: 1, locked: 0 }, [])).toBe(false);
  });
});
