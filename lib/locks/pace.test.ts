import { describe, expect, test } from 'vitest';
import { Pace } from './pace';

/** A pace, and work that takes as long as it says. */
function paced() {
  let nowMs = 0;
  const pace = new Pace(() => nowMs);
  const work = (ms: number) =>
    pace.spend(() => {
      nowMs += ms;
      return ms;
    });
  return { pace, work };
}

/** Whether anything else of the process came to its turn while this was done. */
async function letsOthers(work: () => Promise<unknown>): Promise<boolean> {
  let came = false;
  setImmediate(() => {
    came = true;
  });
  await work();
  return came;
}

describe('long work for a batch', () => {
  test('lets the rest of the process have its turn, short work does not wait for it', async () => {
    const { work } = paced();
    expect(await letsOthers(() => work(5))).toBe(false);
    expect(await letsOthers(() => work(30))).toBe(true);
    expect(await letsOthers(() => work(5))).toBe(false);
  });

  test('adds up, and comes to an end', async () => {
    const { pace, work } = paced();
    for (let i = 0; i < 19; i++) expect(await work(100)).toBe(100);
    expect(pace.isSpent).toBe(false);
    await work(100);
    expect(pace.isSpent).toBe(true);
  });
});
