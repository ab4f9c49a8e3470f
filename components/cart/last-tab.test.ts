import { describe, expect, it } from 'vitest';
import { shouldGiveBack } from './last-tab';

const last = { openTabs: 1, holds: true, leavingToPay: false };

describe('leaving the page', () => {
  it('gives the cart back from the last tab', () => {
    expect(shouldGiveBack(last)).toBe(true);
  });
  it('gives nothing back while another tab is open', () => {
    expect(shouldGiveBack({ ...last, openTabs: 2 })).toBe(false);
  });
  it('gives back where the browser cannot count tabs: an open one takes the cart up again', () => {
    expect(shouldGiveBack({ ...last, openTabs: null })).toBe(true);
  });
  it('sends nothing for an empty cart', () => {
    expect(shouldGiveBack({ ...last, holds: false })).toBe(false);
  });
  it('keeps the cart of a buyer who leaves to pay', () => {
    expect(shouldGiveBack({ ...last, leavingToPay: true })).toBe(false);
  });
});
