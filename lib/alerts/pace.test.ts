import { describe, expect, it } from 'vitest';
import { Pace } from './pace';

describe('a question’s pace', () => {
  it('asks at once, and what is cheap again in the next round', () => {
    const pace = new Pace();
    expect(pace.isDue(0)).toBe(true);
    pace.spent(0, 5);
    expect(pace.isDue(3_000)).toBe(true);
  });

  it('leaves a dear one alone for forty times as long as it took', () => {
    const pace = new Pace();
    pace.spent(0, 500);
    expect(pace.isDue(20_000)).toBe(false);
    expect(pace.isDue(20_500)).toBe(true);
  });
});
