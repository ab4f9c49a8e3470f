import { describe, expect, test, vi } from 'vitest';
import { DomainError } from '@/lib/errors';
import { Coalescer, type CoalescerLimits } from './coalescer';

type Batch = {
  key: string;
  requests: number[];
  written: () => void;
  answer: (results?: (string | Error)[]) => void;
  fail: (error: Error) => void;
};

/** A coalescer whose batches are written when the test says so. */
function stalled(limits: Partial<CoalescerLimits> = {}) {
  const batches: Batch[] = [];
  const coalescer = new Coalescer<number, string>(
    (key, requests, onWritten) =>
      new Promise((resolve, reject) => {
        const answers = requests.map((n) => `answer ${n}`);
        batches.push({
          key,
          requests,
          written: onWritten,
          answer: (r = answers) => resolve(r),
          fail: reject,
        });
      }),
    { batchMax: 256, queueMax: 5_000, ...limits },
  );
  return { coalescer, batches };
}

/** Everything that is ready to run has run. */
const settled = () => new Promise((resolve) => setImmediate(resolve));
const batch = (batches: Batch[], i: number) => batches[i] as Batch;

describe('requests on the same key', () => {
  test('one that comes alone starts in the same turn', async () => {
    const { coalescer, batches } = stalled();
    const answer = coalescer.submit('a', 1);
    await Promise.resolve();
    expect(batches).toHaveLength(1);
    batch(batches, 0).answer();
    expect(await answer).toBe('answer 1');
  });

  test('that come while a batch is being written form the next one, in order of arrival', async () => {
    const { coalescer, batches } = stalled();
    const first = coalescer.submit('a', 0);
    await settled();
    const rest = [1, 2, 3].map((n) => coalescer.submit('a', n));
    await settled();
    expect(batches).toHaveLength(1);
    expect(coalescer.depth).toBe(3);
    batch(batches, 0).answer();
    expect(await first).toBe('answer 0');
    await settled();
    expect(batch(batches, 1).requests).toEqual([1, 2, 3]);
    batch(batches, 1).answer();
    expect(await Promise.all(rest)).toEqual(['answer 1', 'answer 2', 'answer 3']);
    expect(coalescer.depth).toBe(0);
  });

  test('are written in batches of a bounded size, one at a time', async () => {
    const { coalescer, batches } = stalled();
    const answers = Array.from({ length: 600 }, (_, n) => coalescer.submit('a', n));
    for (const [i, size] of [256, 256, 88].entries()) {
      await settled();
      expect(batches).toHaveLength(i + 1);
      expect(batch(batches, i).requests).toHaveLength(size);
      batch(batches, i).answer();
    }
    expect((await Promise.all(answers)).at(-1)).toBe('answer 599');
  });

  test('are begun while the batch before is committed, and no further ahead', async () => {
    const { coalescer, batches } = stalled({ batchMax: 1 });
    const answers = [0, 1, 2].map((n) => coalescer.submit('a', n));
    await settled();
    batch(batches, 0).written();
    await settled();
    expect(batches.map(({ requests }) => requests)).toEqual([[0], [1]]);
    batch(batches, 1).written();
    await settled();
    expect(batches).toHaveLength(2);
    batch(batches, 0).answer();
    await settled();
    expect(batches).toHaveLength(3);
    batch(batches, 2).answer();
    expect(await answers[2]).toBe('answer 2');
    batch(batches, 1).fail(new Error('the commit was lost'));
    await expect(answers[1]).rejects.toThrow('lost');
    expect(await answers[0]).toBe('answer 0');
    expect(coalescer.depth).toBe(0);
  });

  test('do not wait for those on another', async () => {
    const { coalescer, batches } = stalled();
    void coalescer.submit('slow', 1);
    const quick = coalescer.submit('quick', 2);
    await settled();
    expect(batches.map(({ key }) => key)).toEqual(['slow', 'quick']);
    batch(batches, 1).answer();
    expect(await quick).toBe('answer 2');
  });
});

describe('bad luck', () => {
  test('a request that finds the queue full is told so at once, and only that one', async () => {
    const { coalescer, batches } = stalled({ batchMax: 2, queueMax: 2 });
    const first = coalescer.submit('a', 0);
    await settled();
    const waiting = [coalescer.submit('a', 1), coalescer.submit('a', 2)];
    await expect(coalescer.submit('a', 3)).rejects.toEqual(new DomainError('overloaded'));
    void coalescer.submit('b', 4);
    await settled();
    expect(batches.map(({ key }) => key)).toEqual(['a', 'b']);
    batch(batches, 0).answer();
    await settled();
    batch(batches, 2).answer();
    expect(await Promise.all([first, ...waiting])).toEqual(['answer 0', 'answer 1', 'answer 2']);
  });

  test('a caller that hung up before its batch began is dropped; one that hangs up later is not', async () => {
    const { coalescer, batches } = stalled();
    const [gone, late] = [new AbortController(), new AbortController()];
    const first = coalescer.submit('a', 0, late.signal);
    await settled();
    const dropped = coalescer.submit('a', 1, gone.signal);
    const kept = coalescer.submit('a', 2);
    gone.abort();
    late.abort();
    batch(batches, 0).answer();
    expect(await first).toBe('answer 0');
    await expect(dropped).rejects.toThrow('aborted');
    expect(batch(batches, 1).requests).toEqual([2]);
    batch(batches, 1).answer();
    expect(await kept).toBe('answer 2');
  });

  test('a batch of callers that all hung up is never begun, and the queue goes on', async () => {
    const { coalescer, batches } = stalled();
    const gone = new AbortController();
    const dropped = coalescer.submit('a', 1, gone.signal);
    gone.abort();
    await expect(dropped).rejects.toThrow('aborted');
    expect(batches).toEqual([]);
    const next = coalescer.submit('a', 2);
    await settled();
    batch(batches, 0).answer();
    expect(await next).toBe('answer 2');
  });

  test('a batch that is never answered fails its callers in the end, and the queue goes on', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { coalescer, batches } = stalled();
      const mute = coalescer.submit('a', 0);
      await settled();
      const next = coalescer.submit('a', 1);
      vi.advanceTimersByTime(20_000);
      await expect(mute).rejects.toEqual(new DomainError('unavailable'));
      await settled();
      batch(batches, 1).answer();
      expect(await next).toBe('answer 1');
    } finally {
      vi.useRealTimers();
    }
  });

  test('a request that fails alone fails alone', async () => {
    const { coalescer, batches } = stalled();
    const answers = Promise.allSettled([coalescer.submit('a', 0), coalescer.submit('a', 1)]);
    await settled();
    batch(batches, 0).answer([new DomainError('items_unavailable'), 'answer 1']);
    expect(await answers).toMatchObject([
      { status: 'rejected', reason: { code: 'items_unavailable' } },
      { status: 'fulfilled', value: 'answer 1' },
    ]);
  });

  test.each([
    ['fails as a whole', (b: Batch) => b.fail(new Error('the database is away')), 'is away'],
    ['is answered with too few results', (b: Batch) => b.answer(['one']), '2'],
  ])('a batch that %s fails all its callers, and the next one is written', async (_, end, told) => {
    const { coalescer, batches } = stalled();
    const failing = [coalescer.submit('a', 0), coalescer.submit('a', 1)];
    await settled();
    const next = coalescer.submit('a', 2);
    end(batch(batches, 0));
    for (const answer of failing) await expect(answer).rejects.toThrow(told);
    await settled();
    batch(batches, 1).answer();
    expect(await next).toBe('answer 2');
  });
});
