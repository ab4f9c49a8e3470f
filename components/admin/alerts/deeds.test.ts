import { describe, expect, it } from 'vitest';
import { possibleDeeds } from './deeds';

const manager = { release: true, cool: true };
const boxOffice = { release: true, cool: false };
const pause = { id: 'pause', until: '2026-11-24T22:50:00Z' };

describe('what is left to do with a source', () => {
  it('is all of it while it holds something and is not paused, or while that is not known', () => {
    const all = ['both', 'coolOnly', 'releaseOnly'];
    expect(possibleDeeds(manager, { held: 3, pause: null })).toEqual(all);
    expect(possibleDeeds(manager, null)).toEqual(all);
  });

  it('is no release where nothing is held, no second pause, and nothing once both are done', () => {
    expect(possibleDeeds(manager, { held: 0, pause: null })).toEqual(['coolOnly']);
    expect(possibleDeeds(manager, { held: 3, pause })).toEqual(['releaseOnly']);
    expect(possibleDeeds(manager, { held: 0, pause })).toEqual([]);
  });

  it('is a release alone for who may not pause', () => {
    expect(possibleDeeds(boxOffice, { held: 3, pause: null })).toEqual(['releaseOnly']);
    expect(possibleDeeds(boxOffice, null)).toEqual(['releaseOnly']);
    expect(possibleDeeds(boxOffice, { held: 0, pause: null })).toEqual([]);
  });
});
