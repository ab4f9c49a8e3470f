import { describe, expect, it } from 'vitest';
import { lockDefaults, type OwnSettings } from '@/lib/settings';
import { draftOf, figureIn, inForce, readDraft, rebased, typed } from './draft';

const inherits: OwnSettings = {
  duration: null,
  warning: null,
  limit: null,
  autoExtend: null,
  extensions: null,
  graceSeconds: null,
  paymentWindow: null,
  orphanRule: null,
};
const open = (own: OwnSettings = inherits) => draftOf(own, lockDefaults, 'es');
const written = (text: string) => ({ own: true, text });

describe('the form of the settings', () => {
  it('opens with what is inherited in each box, and says the same when nothing is touched', () => {
    expect(open().duration).toEqual({ own: false, text: '15' });
    expect(readDraft(open())).toEqual({ settings: inherits, wrong: [] });
    const own: OwnSettings = {
      ...inherits,
      duration: 7.5,
      autoExtend: false,
      orphanRule: 'strict',
    };
    expect(open(own).duration).toEqual(written('7,5'));
    expect(readDraft(open(own))).toEqual({ settings: own, wrong: [] });
  });

  it.each([
    ['2,5', 2.5],
    ['2.5', 2.5],
    [' 20 ', 20],
    ['', null],
    ['-1', null],
    ['1e3', null],
    ['1.000,5', null],
    ['veinte', null],
  ])('reads %j as %j', (text, value) => {
    expect(figureIn(text)).toBe(value);
  });

  it('writes figures as the language does, without thousands', () => {
    expect([typed(1440, 'es'), typed(0.1, 'es'), typed(0.1, 'en')]).toEqual(['1440', '0,1', '0.1']);
  });

  it.each([
    ['duration', '0'],
    ['duration', '1441'],
    ['limit', '2,5'],
    ['limit', '0'],
    ['extensions', '101'],
    ['graceSeconds', 'mucho'],
    ['paymentWindow', '121'],
  ] as const)('does not take %s of %j, and takes the rest', (field, text) => {
    const draft = { ...open(), [field]: written(text), autoExtend: written('false') };
    const { settings, wrong } = readDraft(draft);
    expect(wrong).toEqual([field]);
    expect(settings).toEqual({ ...inherits, autoExtend: false });
  });

  it('does not look at a box whose setting is inherited', () => {
    const draft = { ...open(), duration: { own: false, text: 'nada' } };
    expect(readDraft(draft).wrong).toEqual([]);
  });

  it('shows the warning that would hold: at most a third of the duration', () => {
    expect(inForce({ ...inherits, duration: 3 }, lockDefaults).warning).toBe(1);
    expect(inForce({ ...inherits, duration: 30 }, lockDefaults).warning).toBe(2);
  });

  it('after somebody else has saved, keeps what was touched and takes the rest as it is now', () => {
    const before = open();
    const mine = { ...before, limit: written('8'), warning: { own: false, text: '9' } };
    const now = open({ ...inherits, limit: 20, warning: 1, duration: 5 });
    const { limit, duration, warning } = rebased(mine, before, now);
    expect({ limit, duration, warning }).toEqual({
      limit: written('8'),
      duration: written('5'),
      warning: written('1'),
    });
  });
});
