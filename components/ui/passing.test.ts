import { beforeEach, expect, it, vi } from 'vitest';
import { attend, inPassing, nothingInPassing, whenWanted } from './passing';

const said: string[] = [];
const crier = {
  say: ({ title }: { title: string }) => void said.push(title),
  clear: () => void said.push('(clear)'),
};
const say = (title: string) => inPassing({ tone: 'info', title });

beforeEach(() => {
  nothingInPassing();
  said.length = 0;
});

it('what is said before its code is here is said in order once it is, and later things at once', () => {
  const load = vi.fn();
  const endWish = whenWanted(load);
  say('first');
  say('second');
  expect([said, load.mock.calls.length]).toEqual([[], 2]);

  const end = attend(crier);
  say('third');
  expect(said).toEqual(['first', 'second', 'third']);

  end();
  for (let n = 1; n <= 10; n += 1) say(`late ${n}`);
  endWish();
  attend(crier)();
  expect(said.slice(3)).toEqual([3, 4, 5, 6, 7, 8, 9, 10].map((n) => `late ${n}`));
});

it('something said before anyone listens calls for the code as soon as someone does', () => {
  const load = vi.fn();
  say('early');
  whenWanted(load)();
  expect(load).toHaveBeenCalledOnce();
});

it('what is taken back is not said, neither what waits nor what is in sight', () => {
  say('over');
  nothingInPassing();
  const end = attend(crier);
  say('shown');
  nothingInPassing();
  end();
  expect(said).toEqual(['shown', '(clear)']);
});
