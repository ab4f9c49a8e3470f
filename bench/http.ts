import { Agent, request as httpRequest } from 'node:http';
import type postgres from 'postgres';
import type { Hall } from '@/db/testing/hall';
import { startApp } from '@/scripts/app-server.mjs';
import { ensureBuilt } from '@/scripts/build.mjs';
import { freePort } from '@/scripts/ports.mjs';
import { atLeast, type Figure } from './figures';
import { type Measured, median, underLoad } from './load';

const connections = 64;
const runMs = 6_000;
const rounds = 3;

/**
 * Locking over HTTP on the production build, against an empty route handler of the same build: what
 * the framework lets through at most. The sides take turns.
 */
export async function httpFigures(url: string, admin: postgres.Sql, hall: Hall): Promise<Figure[]> {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: url,
    AUTH_SECRET: process.env.AUTH_SECRET ?? '',
  } as NodeJS.ProcessEnv;
  await ensureBuilt(env);
  const port = await freePort();
  const app = await startApp({ mode: 'start', port, env, output: () => {} });
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  try {
    await admin`TRUNCATE cart_item_locks CASCADE`;
    let next = 0;
    const lock = () => {
      const at = (next++ * 2) % (hall.seatIds.length - 1);
      const items = [at, at + 1].map((i) => ({ zoneId: hall.numbered, seatId: hall.seatIds[i] }));
      return send(agent, port, 'POST', '/sales/cart/lock', 201, { eventId: hall.eventId, items });
    };
    const empty = () => send(agent, port, 'GET', '/healthz', 200);
    await underLoad(connections, runMs / 2, empty);
    await underLoad(connections, runMs / 2, lock);
    const runs: Record<'empty' | 'lock', Measured>[] = [];
    for (let round = 0; round < rounds; round++) {
      runs.push({
        empty: await underLoad(connections, runMs, empty),
        lock: await underLoad(connections, runMs, lock),
      });
      await admin`TRUNCATE cart_item_locks CASCADE`;
    }
    const of = (ratio: (run: (typeof runs)[number]) => number) => median(runs.map(ratio));
    const said = (figure: string, value: number): Figure => {
      return { figure, value: Math.round(value), unit: 'requests/s', target: '-', ok: true };
    };
    return [
      said(
        'http_empty_64',
        of((run) => run.empty.perSecond),
      ),
      said(
        'http_lock_64',
        of((run) => run.lock.perSecond),
      ),
      atLeast(
        'http_vs_empty',
        of((run) => run.lock.perSecond / run.empty.perSecond),
        0.7,
      ),
    ];
  } finally {
    agent.destroy();
    await app.stop();
  }
}

/** One request; an answer of another status ends the measurement, as it would measure something else. */
function send(
  agent: Agent,
  port: number,
  method: string,
  path: string,
  expected: number,
  body?: unknown,
): Promise<void> {
  const text = body === undefined ? '' : JSON.stringify(body);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { agent, port, host: '127.0.0.1', method, path, headers },
      (answer) => {
        answer.resume();
        answer.once('end', () => {
          if (answer.statusCode === expected) resolve();
          else reject(new Error(`${method} ${path} was answered with ${answer.statusCode}`));
        });
      },
    );
    request.once('error', reject);
    request.end(text);
  });
}
