import { Agent, get, type IncomingMessage } from 'node:http';
import { steadyMs } from './steady-clock';
import type { ViewersAnswer, ViewersOrder } from './viewers-pool';

// A process of its own, so that thousands of readers share no event loop with what they measure.

/** Connections that are opened at once: a crowd comes quickly, not in one instant. */
const openAtOnce = 50;

/** When a locked seat was told, to each viewer, by the steady clock. */
const toldAtMs = new Map<number, number[]>();
/** One delta comes to all of them in the same words: it is understood once. */
const understood = new Map<string, number[]>();
const open = new Set<IncomingMessage>();
const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });

function seatsLocked(block: string): number[] {
  const known = understood.get(block);
  if (known) return known;
  const data = /^event: delta\ndata: (.*)$/m.exec(block)?.[1];
  const seats = data ? (JSON.parse(data) as { seats: [number, number][] }).seats : [];
  const locked = seats.filter(([, state]) => state === 1).map(([id]) => id);
  understood.set(block, locked);
  return locked;
}

/** Opens one stream and listens to it. @returns once its snapshot has come whole. */
function view(port: number, path: string, cookie: string | null): Promise<void> {
  const headers = cookie ? { cookie } : {};
  return new Promise((resolve, reject) => {
    const request = get({ agent, host: '127.0.0.1', port, path, headers }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`answered ${answer.statusCode}`));
      open.add(answer);
      let rest = '';
      answer.setEncoding('latin1').on('data', (text: string) => {
        const atMs = steadyMs();
        const blocks = (rest + text).split('\n\n');
        rest = blocks.pop() as string;
        for (const block of blocks) {
          if (block.startsWith('event: snapshot')) resolve();
          else for (const seat of seatsLocked(block)) note(seat, atMs);
        }
      });
      // That the measurement itself hangs up is no failure.
      answer.once('error', () => open.delete(answer)).once('close', () => open.delete(answer));
    });
    request.once('error', reject);
  });
}

function note(seat: number, atMs: number): void {
  const times = toldAtMs.get(seat);
  if (times) times.push(atMs);
  else toldAtMs.set(seat, [atMs]);
}

async function openMore({ count, port, path, cookies }: Extract<ViewersOrder, { do: 'open' }>) {
  let left = count;
  const one = async () => {
    while (left > 0) {
      left -= 1;
      await view(port, path, cookies[left % cookies.length] ?? null);
    }
  };
  await Promise.all(Array.from({ length: openAtOnce }, one));
}

function latencies(sent: [number, number][]): Extract<ViewersAnswer, { told: 'seen' }> {
  const ms = sent.flatMap(([seat, sentMs]) => (toldAtMs.get(seat) ?? []).map((at) => at - sentMs));
  ms.sort((a, b) => a - b);
  const at = (share: number) =>
    ms[Math.min(ms.length - 1, Math.floor(ms.length * share))] ?? Number.NaN;
  return { told: 'seen', times: ms.length, p50Ms: at(0.5), p99Ms: at(0.99), maxMs: at(1) };
}

const answer = (said: ViewersAnswer) => process.send?.(said);

process.on('message', async (order: ViewersOrder) => {
  try {
    if (order.do === 'open') await openMore(order);
    if (order.do === 'close') for (const each of [...open].slice(0, order.count)) each.destroy();
    if (order.do === 'tell') return answer(latencies(order.sent));
    answer({ told: 'done' });
  } catch (error) {
    answer({ told: 'failed', why: String(error) });
  }
});
