import { describe, expect, it } from 'vitest';
import { KeptBodies } from './kept-bodies';

const body = (length: number) => ({ version: 1, bytes: new Uint8Array(length) });

/** Asks for keys in turn. @returns those that had to be made. */
async function made(kept: KeptBodies, keys: string[], length = 10): Promise<string[]> {
  const asked: string[] = [];
  for (const key of keys) {
    await kept.get(key, async () => {
      asked.push(key);
      return body(length);
    });
  }
  return asked;
}

describe('the bodies that are kept', () => {
  it('are those that were asked for last', async () => {
    const kept = new KeptBodies({ bodies: 2, bytes: 100 });
    expect(await made(kept, ['a', 'b', 'a', 'c', 'a', 'b'])).toEqual(['a', 'b', 'c', 'b']);
  });

  it('take no more room than they may', async () => {
    const kept = new KeptBodies({ bodies: 20, bytes: 100 });
    expect(await made(kept, ['a', 'b', 'c', 'b'], 40)).toEqual(['a', 'b', 'c']);
    expect(await made(kept, ['a'], 40)).toEqual(['a']);
    expect(await made(kept, ['huge', 'huge'], 101)).toEqual(['huge', 'huge']);
    expect(await made(kept, ['a'], 40)).toEqual([]);
  });

  it('are made once for all who ask at the same time', async () => {
    const kept = new KeptBodies();
    let times = 0;
    const make = async () => {
      times += 1;
      return body(1);
    };
    const bodies = await Promise.all([kept.get('a', make), kept.get('a', make)]);
    expect([times, bodies[0] === bodies[1]]).toEqual([1, true]);
  });

  it('are none of those that failed or that there are not', async () => {
    const kept = new KeptBodies();
    await expect(kept.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await kept.get('a', async () => null)).toBeNull();
    expect(await made(kept, ['a'])).toEqual(['a']);
  });
});
