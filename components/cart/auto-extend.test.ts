import { describe, expect, it } from 'vitest';
import { type Moment, presentWithinMs, shouldAutoExtend } from './auto-extend';

const due: Moment = {
  allowed: true,
  visible: true,
  sinceInputMs: 1_000,
  remainingMs: 120_000,
  warningMs: 120_000,
  extensionsLeft: 3,
  tried: false,
};

describe('the cart extends itself', () => {
  it('at the warning, when the organizer allows it and the buyer is there', () => {
    expect(shouldAutoExtend(due)).toBe(true);
    expect(shouldAutoExtend({ ...due, sinceInputMs: presentWithinMs })).toBe(true);
  });

  const notThen: [string, Partial<Moment>][] = [
    ['the organizer does not allow it', { allowed: false }],
    ['the tab is hidden', { visible: false }],
    ['nobody touched anything for more than five minutes', { sinceInputMs: presentWithinMs + 1 }],
    ['there is still time', { remainingMs: 120_001 }],
    ['the time is over', { remainingMs: 0 }],
    ['no extensions are left', { extensionsLeft: 0 }],
    ['it was tried for this deadline', { tried: true }],
  ];
  it.each(notThen)('but not when %s', (_, change) => {
    expect(shouldAutoExtend({ ...due, ...change })).toBe(false);
  });
});
