import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Registration = {
  authorization: string | undefined;
  body: { functions: unknown[]; url: string };
};
export type Sent = { key: string; events: { id: string; name: string; data: object }[] };

/** What a self-hosted Inngest server takes: registrations, and events under an event key. */
export async function inngestServer() {
  const registrations: Registration[] = [];
  const sent: Sent[] = [];
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await text(request));
    if (request.url === '/fn/register') {
      registrations.push({ authorization: request.headers.authorization, body });
      response.end(JSON.stringify({ ok: true, modified: true }));
    } else if (request.url?.startsWith('/e/')) {
      sent.push({ key: request.url.slice(3), events: body });
      response.end(JSON.stringify({ ids: ['1'], status: 200 }));
    } else {
      response.writeHead(404).end('{}');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    registrations,
    sent,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function text(request: IncomingMessage): Promise<string> {
  let all = '';
  for await (const part of request) all += part;
  return all;
}

/**
 * The signature that Inngest puts on a request: HMAC-SHA256 over the canonical JSON (RFC 8785) of
 * the body (of an answer: its text) followed by the time in seconds, with the key that comes after
 * the `signkey-…-` prefix.
 */
export function signature(
  signingKey: string,
  body: unknown,
  seconds = Math.round(Date.now() / 1000),
): string {
  const mac = createHmac('sha256', signingKey.replace(/^signkey-\w+-/, ''))
    .update(typeof body === 'string' ? body : canonical(body))
    .update(String(seconds))
    .digest('hex');
  return `t=${seconds}&s=${mac}`;
}

/** Canonical JSON, of values without fractions: keys in order, no spaces. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
