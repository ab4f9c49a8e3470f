import { describe, expect, it } from 'vitest';
import { stepsOf } from './funnel-steps';

const funnel = { viewed: 1_000, locked: 400, checkout: 220, paying: 200, sold: 150 };

describe('the funnel', () => {
  it('says how many go on from each step, and how many do not', () => {
    const { steps } = stepsOf(funnel);
    expect(steps.map(({ lost }) => lost)).toEqual([0, 600, 180, 20, 50]);
    expect(steps.map(({ kept }) => kept)).toEqual([
      { kind: 'none' },
      { kind: 'share', share: 0.4 },
      { kind: 'share', share: 0.55 },
      { kind: 'share', share: 200 / 220 },
      { kind: 'share', share: 0.75 },
    ]);
  });

  it('knows the step where most are lost', () => {
    expect(stepsOf(funnel).worst).toBe('locked');
    expect(stepsOf({ ...funnel, viewed: 410 }).worst).toBe('checkout');
    expect(stepsOf({ viewed: 0, locked: 0, checkout: 0, paying: 0, sold: 0 }).worst).toBeNull();
  });

  it('loses nobody where more locked than were seen, as a program does', () => {
    const { steps } = stepsOf({ ...funnel, viewed: 100 });
    expect(steps[1]).toMatchObject({ lost: 0, width: 1, kept: { kind: 'none' } });
  });
});
