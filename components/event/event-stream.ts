export type StreamSink = {
  /** Bytes came, if only a comment that says that the connection lives. */
  heard(): void;
  message(event: string, data: string): void;
  /** With the status of an answer that is no stream; null when none came or it broke off. */
  ended(status: number | null): void;
};

/**
 * Reads a `text/event-stream`. An EventSource hides the comments, by which alone a quiet connection
 * is told from a dead one, and the status, by which one that is away is told from one not found.
 * @returns the end of it; nothing is told after that.
 */
export function openStream(url: string, sink: StreamSink): () => void {
  const stop = new AbortController();
  void read(url, sink, stop.signal);
  return () => stop.abort();
}

async function read(url: string, sink: StreamSink, signal: AbortSignal): Promise<void> {
  const headers = { accept: 'text/event-stream' };
  const answer = await orNull(fetch(url, { headers, signal, cache: 'no-store' }));
  if (signal.aborted) return;
  if (!answer?.ok || !answer.body) return sink.ended(answer?.status ?? null);
  const reader = answer.body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const part = await orNull(reader.read());
    if (signal.aborted) return;
    if (!part || part.done) return sink.ended(null);
    sink.heard();
    const blocks = (rest + decoder.decode(part.value, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      if (signal.aborted) return;
      tell(block, sink);
    }
  }
}

function tell(block: string, sink: StreamSink): void {
  const lines = block.split('\n');
  const valuesOf = (field: string) =>
    lines.filter((line) => line.startsWith(field)).map((line) => line.slice(field.length));
  const data = valuesOf('data: ');
  if (data.length > 0) sink.message(valuesOf('event: ').at(-1) ?? 'message', data.join('\n'));
}

/** A network that fails, and one that we gave up, end a stream alike. */
function orNull<T>(step: Promise<T>): Promise<T | null> {
  return step.catch(() => null);
}
