import { describe, expect, it } from 'vitest';
import type { House } from '@/lib/tenants/schema';
import { fieldOf, readHouseDraft, rebasedHouse } from './house-draft';

const house: House = {
  name: 'Teatro Aurora',
  tagline: { es: 'De barrio', en: 'Next door' },
  languages: ['es', 'en'],
  timeZone: 'Europe/Madrid',
  currency: 'EUR',
};

describe('the form of the house', () => {
  it.each([
    ['name', { name: '   ' }],
    ['name', { name: 'n'.repeat(81) }],
    ['taglineEs', { tagline: { es: 't'.repeat(161), en: '' } }],
    ['languages', { languages: [] }],
    ['timeZone', { timeZone: 'Europa/Madrid' }],
    ['currency', { currency: 'ESP' }],
  ] as const)('says that %s is wrong in %j', (field, part) => {
    expect(readHouseDraft({ ...house, ...part } as House)).toEqual({ house: null, wrong: [field] });
  });

  it('is sent without the spaces around its words', () => {
    const { house: read } = readHouseDraft({ ...house, name: ' Aurora ', timeZone: 'utc' });
    expect(read).toEqual({ ...house, name: 'Aurora', timeZone: 'UTC' });
  });

  it('finds the field that the server’s complaint is about', () => {
    expect(['house.timeZone', 'house.tagline.en', 'based.name', ''].map(fieldOf)).toEqual([
      'timeZone',
      'taglineEn',
      null,
      null,
    ]);
  });

  it('after somebody else has saved, keeps what was touched and takes the rest as it is now', () => {
    const mine = { ...house, name: 'Aurora' };
    const now: House = { ...house, name: 'La Aurora', languages: ['en'] };
    expect(rebasedHouse(mine, house, now)).toEqual({ ...house, name: 'Aurora', languages: ['en'] });
  });
});
