import { config } from './config';
import { sessionName } from './locks/session-name';
import { processWide } from './process-wide';

/** One request as it went. */
export type RequestEntry = {
  requestId: string;
  /** The endpoint's or the action's name: `POST /sales/cart/lock`. */
  name: string;
  tenant: string | null;
  /** Written down as its short name: the key is its buyer's secret. */
  sessionKey: string | null;
  /** `ok`, or the code of the problem that it was answered with. */
  outcome: string;
  status: number;
  ms: number;
};

/** What an address or a page calls a house. Anything else that was sent in its place is not written down. */
const slug = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Lines that wait are written together this often: a hot sale has thousands a second. */
const flushMs = 200;
/** Lines that wait at most; more are counted and not kept, as the log must not take the memory. */
const linesMax = 20_000;

type Waiting = { lines: string[]; dropped: number; timer: NodeJS.Timeout | null };

const waiting = () =>
  processWide<Waiting>('request-log', () => ({ lines: [], dropped: 0, timer: null }));

/** Writes one JSON object a line to the standard output, soon. */
export function logRequest({ sessionKey, tenant: named, ...entry }: RequestEntry): void {
  if (!config().logRequests) return;
  const state = waiting();
  if (state.lines.length >= linesMax) state.dropped += 1;
  else {
    const time = new Date().toISOString();
    const session = sessionKey === null ? null : sessionName(sessionKey);
    const ms = Math.round(entry.ms * 10) / 10;
    const tenant = typeof named === 'string' && slug.test(named) ? named : null;
    const line = { time, level: 'info', message: 'request', tenant, ...entry, session, ms };
    state.lines.push(JSON.stringify(line));
  }
  state.timer ??= setTimeout(flushRequests, flushMs).unref();
}

/** Writes what waits, now. */
export function flushRequests(): void {
  const state = waiting();
  if (state.timer) clearTimeout(state.timer);
  state.timer = null;
  if (state.dropped > 0) {
    const { dropped } = state;
    state.lines.push(JSON.stringify({ level: 'warn', message: 'requests not logged', dropped }));
  }
  if (state.lines.length > 0) process.stdout.write(`${state.lines.join('\n')}\n`);
  state.lines = [];
  state.dropped = 0;
}
