import { describe, expect, it } from 'vitest';
import { Turns } from './turns';

/** Work that ends when it is told to. */
function held() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work: () => ended, end };
}

describe('work in turns', () => {
  it('is so many at once, so many in line, and refused beyond', async () => {
    const turns = new Turns(2, 1);
    const [a, b, c] = [held(), held(), held()];
    let begun = 0;
    const take = ({ work }: ReturnType<typeof held>) =>
      turns.take(() => {
        begun += 1;
        return work();
      });
    const [first, second, third] = [take(a), take(b), take(c)];
    expect(begun).toBe(2);
    await expect(take(held())).rejects.toMatchObject({ code: 'overloaded' });
    a.end();
    await first;
    await expect.poll(() => begun).toBe(3);
    b.end();
    c.end();
    await Promise.all([second, third]);
    await expect(turns.take(async () => 'free again')).resolves.toBe('free again');
  });

  it('is no more at once after one has handed its place on', async () => {
    const turns = new Turns(1, 2);
    const begun: string[] = [];
    const take = (name: string, { work }: ReturnType<typeof held>) =>
      turns.take(() => {
        begun.push(name);
        return work();
      });
    const [a, b, c] = [held(), held(), held()];
    const [first, second] = [take('a', a), take('b', b)];
    a.end();
    await first;
    await expect.poll(() => begun).toEqual(['a', 'b']);
    const third = take('c', c);
    expect(begun).toEqual(['a', 'b']);
    b.end();
    await second;
    await expect.poll(() => begun).toEqual(['a', 'b', 'c']);
    c.end();
    await third;
  });

  it('goes on after one that failed', async () => {
    const turns = new Turns(1, 1);
    const failing = turns.take(async () => {
      throw new Error('no');
    });
    const next = turns.take(async () => 'next');
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('next');
  });
});
