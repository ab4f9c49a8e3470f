import { afterEach, describe, expect, it, vi } from 'vitest';
import { openStream } from './event-stream';

/** What a reader is told of an answer that the test writes. */
function reading(answer: Promise<Response>) {
  vi.stubGlobal('fetch', () => answer);
  const told: unknown[] = [];
  const close = openStream('/live', {
    heard: () => told.push('heard'),
    message: (event, data) => told.push([event, data]),
    ended: (status) => told.push({ ended: status }),
  });
  return { told, close };
}

function written() {
  let writer: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      writer = controller;
    },
  });
  const bytes = (text: string) => new TextEncoder().encode(text);
  return {
    answer: Promise.resolve(new Response(body)),
    write: (text: string | Uint8Array) =>
      writer?.enqueue(typeof text === 'string' ? bytes(text) : text),
    end: () => writer?.close(),
    fail: () => writer?.error(new TypeError('network error')),
  };
}

afterEach(() => vi.unstubAllGlobals());

describe('an event stream', () => {
  it('is read across the pieces in which it comes, letters cut in two included', async () => {
    const { answer, write, end } = written();
    const { told } = reading(answer);
    const bytes = new TextEncoder().encode('event: delta\ndata: {"a":"ñ"}\n\n: here\n\n');
    const cut = bytes.indexOf(0xc3) + 1;
    write(bytes.slice(0, cut));
    write(bytes.slice(cut));
    end();
    await expect.poll(() => told.at(-1)).toEqual({ ended: null });
    expect(told).toEqual(['heard', 'heard', ['delta', '{"a":"ñ"}'], { ended: null }]);
  });

  it('that breaks off, or that nobody answers, ends without a status', async () => {
    const { answer, fail } = written();
    const broken = reading(answer);
    fail();
    await expect.poll(() => broken.told).toEqual([{ ended: null }]);
    const { told } = reading(Promise.reject(new TypeError('Failed to fetch')));
    await expect.poll(() => told).toEqual([{ ended: null }]);
  });

  it('that is none says the status of its answer', async () => {
    const { told } = reading(Promise.resolve(new Response('{}', { status: 404 })));
    await expect.poll(() => told).toEqual([{ ended: 404 }]);
  });

  it('tells nothing once it was closed', async () => {
    const { answer, write, end } = written();
    const { told, close } = reading(answer);
    write(': here\n\n');
    await expect.poll(() => told).toEqual(['heard']);
    close();
    write('event: delta\ndata: 1\n\n');
    end();
    await new Promise((done) => setImmediate(done));
    expect(told).toEqual(['heard']);
  });
});
