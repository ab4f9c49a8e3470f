import { expect, test } from 'vitest';
import { TimeShare } from './time-share';

test('work of which there is too much in a second is left undone until the next', () => {
  let nowMs = 0;
  const share = new TimeShare(400, () => nowMs);
  const work = () => {
    nowMs += 150;
    return 'done';
  };
  expect([work, work, work, work].map((each) => share.spend(each))).toEqual([
    'done',
    'done',
    'done',
    null,
  ]);
  nowMs = 1_000;
  expect(share.spend(work)).toBe('done');
});
