/** Where a stream's bytes go. */
export type StreamSink = {
  write(bytes: Uint8Array): void;
  /** Bytes written that the reader has not taken yet. */
  behind(): number;
  /** Nothing more comes. */
  end(): void;
};

export const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

/**
 * A stream of events as a web response.
 * @param open begins to write into the sink. @returns how to stop, for when the reader has gone.
 * @throws what `open` threw; nothing was answered then.
 */
export async function streamResponse(
  signal: AbortSignal,
  open: (sink: StreamSink) => Promise<() => void>,
): Promise<Response> {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>(
    {
      start: (opened) => {
        controller = opened;
      },
      cancel: () => {
        controller = null;
        stop();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
  );
  const sink: StreamSink = {
    write: (bytes) => controller?.enqueue(bytes),
    behind: () => -(controller?.desiredSize ?? 0),
    end: () => {
      controller?.close();
      controller = null;
    },
  };
  stop = await open(sink);
  const close = () => {
    stop();
    sink.end();
  };
  if (signal.aborted) close();
  signal.addEventListener('abort', close, { once: true });
  return new Response(body, { headers: streamHeaders });
}
