import { setImmediate as nextTurn } from 'node:timers/promises';
import { DomainError } from '@/lib/errors';

type Waiting<Request, Result> = {
  request: Request;
  signal: AbortSignal | undefined;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
};
type Queue<Request, Result> = {
  waiting: Waiting<Request, Result>[];
  running: boolean;
  /** Size of the batch before. */
  before: number;
};

/** Answers given before the event loop turns. */
const answersATurn = 8;
/** So many are one batch, whoever else is about to ask. */
const wholeMax = 16;
/** Longer than any statement may take: a database that went mute must not hold a queue for good. */
const answerMaxMs = 20_000;

export type CoalescerLimits = {
  /** Requests in one batch. */
  batchMax: number;
  /** Requests waiting for one key; over it a request is refused at once. */
  queueMax: number;
};

/**
 * Answers a batch in order: one result a request, an `Error` for one that failed.
 * @param onWritten may be called once nothing but the commit is awaited: the next batch may begin.
 */
export type RunBatch<Request, Result> = (
  key: string,
  batch: Request[],
  onWritten: () => void,
) => Promise<(Result | Error)[]>;

/**
 * Turns requests that arrive while a batch is being written into the next batch. One queue a key; in
 * a queue one batch is being written, and the one before it perhaps committed. No timer, so that a
 * request that comes alone starts at once.
 */
export class Coalescer<Request, Result> {
  private readonly queues = new Map<string, Queue<Request, Result>>();

  constructor(
    private readonly run: RunBatch<Request, Result>,
    private readonly limits: CoalescerLimits,
  ) {}

  /**
   * Queues a request and waits for its answer.
   * @param signal the caller's; a request whose caller hung up before its batch began is dropped.
   * @throws DomainError `overloaded` when the queue is full, `unavailable` when the batch is not
   *   answered in 20 s (it may still be written), and whatever the batch failed with.
   */
  submit(key: string, request: Request, signal?: AbortSignal): Promise<Result> {
    const queue = this.queues.get(key) ?? { waiting: [], running: false, before: 0 };
    if (queue.waiting.length >= this.limits.queueMax) {
      return Promise.reject(new DomainError('overloaded'));
    }
    this.queues.set(key, queue);
    return new Promise<Result>((resolve, reject) => {
      queue.waiting.push({ request, signal, resolve, reject });
      if (!queue.running) {
        queue.running = true;
        queueMicrotask(() => this.drain(key, queue));
      }
    });
  }

  /** Requests waiting over all queues. */
  get depth(): number {
    let sum = 0;
    for (const queue of this.queues.values()) sum += queue.waiting.length;
    return sum;
  }

  private async drain(key: string, queue: Queue<Request, Result>): Promise<void> {
    let before = Promise.resolve();
    while (queue.waiting.length > 0) {
      const batch = this.take(queue);
      if (batch.length > 0) {
        let done = before;
        await new Promise<void>((onWritten) => {
          done = this.write(key, batch, onWritten).finally(onWritten);
        });
        await before;
        before = done;
      }
      if (queue.waiting.length === 0) await before;
    }
    queue.running = false;
    this.queues.delete(key);
  }

  /** Settles once the batch is answered; never rejects. */
  private async write(
    key: string,
    batch: Waiting<Request, Result>[],
    onWritten: () => void,
  ): Promise<void> {
    try {
      const requests = batch.map((waiting) => waiting.request);
      const results = await inTime(this.run(key, requests, onWritten));
      if (results.length !== batch.length) {
        throw new Error(`a batch of ${batch.length} was answered with ${results.length} results`);
      }
      void answer(batch, results);
    } catch (error) {
      for (const waiting of batch) waiting.reject(error);
    }
  }

  private take(queue: Queue<Request, Result>): Waiting<Request, Result>[] {
    // Those answered just now will soon ask again: two halves take turns, one is written while the
    // other is answered, instead of the process and the database waiting for each other.
    const half = (queue.waiting.length + queue.before) >> 1;
    const size = Math.min(Math.max(half, wholeMax), this.limits.batchMax);
    const taken = queue.waiting.splice(0, size);
    queue.before = taken.length;
    return taken.filter((waiting) => {
      if (!waiting.signal?.aborted) return true;
      waiting.reject(waiting.signal.reason);
      return false;
    });
  }
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DomainError('unavailable')), answerMaxMs);
    void work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Answers some, lets the event loop turn, and answers on: new requests are read meanwhile. */
async function answer<Request, Result>(
  batch: Waiting<Request, Result>[],
  results: (Result | Error)[],
): Promise<void> {
  for (const [i, waiting] of batch.entries()) {
    if (i > 0 && i % answersATurn === 0) await nextTurn();
    const result = results[i] as Result | Error;
    if (result instanceof Error) waiting.reject(result);
    else waiting.resolve(result);
  }
}
