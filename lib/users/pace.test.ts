import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { paceTry, triesOfKnown, triesOfOne } from './pace';

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterAll(() => {
  vi.useRealTimers();
});

const email = 'ana@example.org';
const pace = (address: string | null, browser: string | null = null) =>
  paceTry({ email, address, browser });
/** How many of five hundred at once may go on. */
const through = (address: string, browser: (n: number) => string | null) =>
  Array.from({ length: 500 }, (_, n) => pace(address, browser(n))).filter((wait) => wait === 0)
    .length;

describe('a known browser', () => {
  it('has turns of its own where its neighbours have used theirs up, and as many', () => {
    const address = '203.0.113.50';
    expect(through(address, () => null)).toBe(triesOfOne.capacity);
    expect(through(address, () => 'desk')).toBe(triesOfOne.capacity);
    expect(pace('203.0.113.51', 'desk')).toBe(2);
    expect(pace(null, 'desk')).toBe(2);
  });

  it('does not use up the turns of all those in its network', () => {
    const address = '203.0.113.52';
    through(address, () => 'restless');
    expect(pace(address, 'calm')).toBe(0);
  });
});

it('many marks are no way to unlimited tries from one network', () => {
  expect(through('2001:db8:5:5::1', (n) => `mark ${n}`)).toBe(triesOfKnown.capacity);
  expect(pace('2001:db8:5:5::2', 'one more')).toBe(1);
  expect(pace('2001:db8:5:6::2', 'elsewhere')).toBe(0);
  // Who is not known there has turns as before.
  expect(pace('2001:db8:5:5::1')).toBe(0);
  vi.advanceTimersByTime(1_000);
  expect(through('2001:db8:5:5::1', (n) => `more ${n}`)).toBe(triesOfKnown.perSecond);
});
