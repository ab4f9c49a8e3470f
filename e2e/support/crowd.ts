import { Agent, request } from 'node:http';

/** A crowd's connections, kept open between requests. */
export const crowdAgent = () => new Agent({ keepAlive: true, maxSockets: 256 });

export type Answer = { status: number; body: Record<string, unknown>; session: string | null };

/** Asks to lock, as a client without a browser does; a new session where none is given. */
export function postLock(
  agent: Agent,
  origin: string,
  body: object,
  session: string | null = null,
): Promise<Answer> {
  return new Promise((answered, failed) => {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (session) headers.cookie = `butaca_session=${session}`;
    const sent = request(`${origin}/sales/cart/lock`, { agent, method: 'POST', headers }, (got) => {
      const parts: Buffer[] = [];
      got.on('data', (part: Buffer) => parts.push(part));
      got.on('error', failed);
      got.on('end', () => {
        const cookie = got.headers['set-cookie']?.join(';') ?? '';
        answered({
          status: got.statusCode ?? 0,
          body: JSON.parse(Buffer.concat(parts).toString()),
          session: /butaca_session=([^;]+)/.exec(cookie)?.[1] ?? null,
        });
      });
    });
    sent.on('error', failed);
    sent.end(JSON.stringify(body));
  });
}

/** How many answers of each kind: `201`, `409 items_unavailable`. */
export function tally(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, body } of answers) {
    const kind = typeof body.code === 'string' ? `${status} ${body.code}` : String(status);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
