import { describe, expect, it } from 'vitest';
import { ofMail, ofNetwork, waitSeconds } from './policy';

describe('the wait after failed sign-ins', () => {
  it('begins with the fifth, doubles with each, and is never more than a quarter of an hour', () => {
    const waits = Array.from({ length: 16 }, (_, i) => waitSeconds(i + 1, ofMail));
    expect(waits).toEqual([0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
    expect(waitSeconds(1_000_000, ofMail)).toBe(900);
  });

  it('begins later for a network, which is many people', () => {
    expect([59, 60, 61].map((n) => waitSeconds(n, ofNetwork))).toEqual([0, 2, 4]);
  });
});
