import { describe, expect, test } from 'vitest';
import { framesMax, replayRange } from './replay-range';
import { replayMinutes, replayQuerySchema } from './schema';

const minute = 60_000;
const day = Date.parse('2026-03-14T00:00:00Z');
const known = {
  nowMs: day + 1_000 * minute,
  saleStartsMs: day + 90 * minute,
  firstMs: day + 100 * minute + 30_000,
  lastMs: day + 250 * minute,
};
const event = '0193c0de-0000-7000-8000-000000000000';
const asked = (more: object = {}) => replayQuerySchema.parse({ event, ...more });

describe('the stretch that a replay shows', () => {
  test('begins at the minute of the first lock, and is the shortest that holds the last', () => {
    expect(replayRange(asked(), known)).toEqual({
      fromMs: day + 100 * minute,
      minutes: 180,
      stepMinutes: 1,
      frames: 180,
    });
  });

  test('never has more than six hundred frames, nor one that lies ahead', () => {
    for (const minutes of replayMinutes) {
      const { frames, stepMinutes } = replayRange(asked({ minutes }), known);
      expect(frames).toBeLessThanOrEqual(framesMax);
      expect(frames * stepMinutes).toBeLessThanOrEqual(minutes);
    }
    const young = replayRange(asked({ minutes: 600 }), { ...known, nowMs: day + 105 * minute });
    expect(young.frames).toBe(5);
    expect(replayRange(asked({ from: '2030-01-01T00:00:00Z' }), known).frames).toBe(0);
  });

  test('ends with the last lock where the latest is asked for, and shows it', () => {
    const { fromMs, minutes, frames, stepMinutes } = replayRange(
      asked({ from: 'last', minutes: 60 }),
      known,
    );
    expect(fromMs + frames * stepMinutes * minute).toBeGreaterThanOrEqual(known.lastMs);
    expect(minutes).toBe(60);
  });

  test('of an event without locks begins with its sale', () => {
    const none = { ...known, firstMs: null, lastMs: null };
    expect(replayRange(asked(), none).fromMs).toBe(known.saleStartsMs);
  });

  test('takes no other length', () => {
    expect(replayQuerySchema.safeParse({ event, minutes: '61' }).success).toBe(false);
    expect(replayQuerySchema.safeParse({ event, minutes: '60' }).success).toBe(true);
  });
});
