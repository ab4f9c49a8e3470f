import { describe, expect, it } from 'vitest';
import { amended } from './amended';
import { readPeriod } from './periods';

const today = '2026-11-24';
const event = '0193c0de-0000-7000-8000-000000000000';
const shownFor = (query: { from?: string; to?: string }) =>
  amended(query, readPeriod(query, today));

describe('what a page shows in place of what its address asks for', () => {
  it.each([
    ['years to come, the wrong way round', { from: '2030-01-01', to: '2020-01-01' }],
    ['more days than are counted at once', { from: '1900-01-01', to: today }],
    ['days to come', { from: today, to: '2026-11-25' }],
    ['a day that is none', { from: '2026-02-30', to: today }],
  ])('is said of %s', (_, query) => {
    expect(shownFor(query)).toEqual({ days: true, event: false });
  });

  it.each([
    ['days there can be', { from: '2026-11-01', to: today }],
    ['a beginning alone', { from: '2026-11-01' }],
    ['nothing, or the empty fields of a form', { from: '', to: '' }],
  ])('is not said of %s', (_, query) => {
    expect(shownFor(query)).toEqual({ days: false, event: false });
  });

  it('is said of an event that is not the one asked for', () => {
    const period = readPeriod({}, today);
    expect(amended({ event }, period).event).toBe(true);
    expect(amended({ event }, { ...period, eventId: event }).event).toBe(false);
    expect(amended({ event: '' }, period).event).toBe(false);
  });
});
