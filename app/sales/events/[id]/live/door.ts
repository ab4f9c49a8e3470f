import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerWith, requestOf, withFixedHeaders } from '@/lib/http/node';
import { route } from '@/lib/http/route';
import { type StreamSink, streamHeaders } from '@/lib/http/stream';
import { liveHub } from '@/lib/live/hub';
import { streamTo } from '@/lib/live/sse';
import { processWide } from '@/lib/process-wide';
import { watchedBy } from './access';

const livePath = /^\/sales\/events\/[^/?]+\/live\/?(?:\?|$)/;

/** Answered already, by the stream itself. */
const taken = () => new Response(null);

/**
 * Answers live streams on the server's own request and answer. Through Next.js each viewer would
 * keep the whole of a request's work alive, some 70 KB, for as long as it watches.
 * @returns false for any other request, which is then Next.js's.
 */
export function liveDoor(request: IncomingMessage, answer: ServerResponse): boolean {
  if (request.method !== 'GET' || !livePath.test(request.url ?? '')) return false;
  void open(request, answer);
  return true;
}

async function open(request: IncomingMessage, answer: ServerResponse): Promise<void> {
  const response = await route('GET /sales/events/{id}/live', async (call) => {
    const watched = await watchedBy(call);
    const stop = await streamTo(sinkOf(request, answer), liveHub(), watched);
    answer.once('close', stop);
    // Its reader may have gone before it was on the list.
    if (answer.closed || answer.destroyed) stop();
    return taken();
  })(requestOf(request));
  if (!answer.headersSent) await answerWith(request, answer, response);
}

function sinkOf(request: IncomingMessage, answer: ServerResponse): StreamSink {
  return {
    write: (bytes) => {
      if (answer.destroyed) return;
      if (!answer.headersSent)
        answer.writeHead(200, withFixedHeaders(request, Object.entries(streamHeaders)));
      answer.write(bytes);
    },
    behind: () => answer.writableLength,
    // What a slow reader has not taken would be kept until it does.
    end: () => (answer.writableLength > 0 ? answer.destroy() : answer.end()),
  };
}

/** The server finds the door here: the bundle that it is in has no address of its own. */
export function hangLiveDoor(): void {
  processWide('live-door', () => liveDoor);
}
