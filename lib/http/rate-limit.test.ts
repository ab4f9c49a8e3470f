import { describe, expect, it } from 'vitest';
import { TokenBuckets } from './rate-limit';

const rate = { capacity: 3, perSecond: 0.5 };

function bucketsAt(start = 0, sizeMax?: number) {
  const clock = { ms: start };
  return { clock, buckets: new TokenBuckets(() => clock.ms, sizeMax) };
}

describe('a token bucket', () => {
  it('gives its capacity at once, then says how long to wait', () => {
    const { buckets } = bucketsAt();
    for (let n = 0; n < 3; n += 1) expect(buckets.take('ana', rate).ok).toBe(true);
    expect(buckets.take('ana', rate)).toEqual({ ok: false, retryAfterSeconds: 2 });
  });

  it('fills again with time, and never over its capacity', () => {
    const { buckets, clock } = bucketsAt();
    for (let n = 0; n < 3; n += 1) buckets.take('ana', rate);
    clock.ms = 2_000;
    expect(buckets.take('ana', rate).ok).toBe(true);
    expect(buckets.take('ana', rate).ok).toBe(false);
    clock.ms = 3_600_000;
    const taken = Array.from({ length: 4 }, () => buckets.take('ana', rate).ok);
    expect(taken).toEqual([true, true, true, false]);
  });

  it('does not push the wait further away when asked too early', () => {
    const { buckets, clock } = bucketsAt();
    for (let n = 0; n < 3; n += 1) buckets.take('ana', rate);
    for (clock.ms = 100; clock.ms < 2_000; clock.ms += 100) {
      expect(buckets.take('ana', rate).ok).toBe(false);
    }
    clock.ms = 2_000;
    expect(buckets.take('ana', rate).ok).toBe(true);
  });

  it('is one for each key', () => {
    const { buckets } = bucketsAt();
    for (let n = 0; n < 4; n += 1) buckets.take('ana', rate);
    expect(buckets.take('luis', rate).ok).toBe(true);
  });

  it('is forgotten when too many others came after it, so memory stays bounded', () => {
    const { buckets } = bucketsAt(0, 2);
    for (let n = 0; n < 4; n += 1) buckets.take('ana', rate);
    buckets.take('luis', rate);
    expect(buckets.take('ana', rate).ok).toBe(false);
    buckets.take('eva', rate);
    expect(buckets.size).toBe(2);
    expect(buckets.take('ana', rate).ok).toBe(false);
    buckets.take('sol', rate);
    buckets.take('mar', rate);
    expect(buckets.take('ana', rate).ok).toBe(true);
  });
});
