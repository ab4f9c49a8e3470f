import type { IncomingMessage, ServerResponse } from 'node:http';
import { everywhere, noPage, overHttps } from './fixed-headers';

/** A request without a body of Node's own server, as the handlers of endpoints take it. */
export function requestOf({ headers, method, url }: IncomingMessage): Request {
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
  ) as [string, string][];
  return new Request(new URL(url ?? '/', 'http://localhost'), { method, headers: pairs });
}

/** The headers of an endpoint's answer, with those that Next.js adds where it answers. */
export function withFixedHeaders(
  request: IncomingMessage,
  headers: Iterable<[string, string]>,
): Record<string, string> {
  const secure = /^https(,|$)/.test(String(request.headers['x-forwarded-proto'] ?? ''));
  const fixed = [...everywhere, ...noPage, ...(secure ? overHttps : [])];
  return {
    ...Object.fromEntries(fixed.map(({ key, value }) => [key, value])),
    ...Object.fromEntries(headers),
  };
}

/** Writes a whole answer. */
export async function answerWith(
  request: IncomingMessage,
  answer: ServerResponse,
  response: Response,
): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  answer.writeHead(response.status, withFixedHeaders(request, response.headers)).end(body);
}
