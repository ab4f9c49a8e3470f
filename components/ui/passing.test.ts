import { toast } from 'sonner';
import { expect, it, vi } from 'vitest';
import { attend, inPassing, whenWanted } from './passing';

it('what is said before its code is here is said in order once it is, and later things at once', () => {
  const said: string[] = [];
  const load = vi.fn();
  const endWish = whenWanted(load);
  inPassing(() => said.push('first'));
  inPassing(() => said.push('second'));
  expect([said, load.mock.calls.length]).toEqual([[], 2]);

  const end = attend(toast);
  inPassing((how) => said.push(how === toast ? 'third' : 'elsewhere'));
  expect(said).toEqual(['first', 'second', 'third']);

  end();
  for (let n = 1; n <= 10; n += 1) inPassing(() => said.push(`late ${n}`));
  endWish();
  attend(toast)();
  expect(said.slice(3)).toEqual([3, 4, 5, 6, 7, 8, 9, 10].map((n) => `late ${n}`));
});

it('something said before anyone listens calls for the code as soon as someone does', () => {
  const load = vi.fn();
  inPassing(() => null);
  whenWanted(load)();
  expect(load).toHaveBeenCalledOnce();
});
