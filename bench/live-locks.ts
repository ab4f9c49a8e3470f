import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Hall } from '@/db/testing/hall';
import { send } from './send';
import { steadyMs } from './steady-clock';

const everyMs = 50;

/**
 * Locks `count` seats from the hall's `from`-th on, twenty a second, each for another buyer.
 * @returns [seatId, when it was asked for by the steady clock].
 */
export async function lockSeats(
  port: number,
  { eventId, numbered, seatIds }: Hall,
  from: number,
  count: number,
): Promise<[number, number][]> {
  const agent = new Agent({ keepAlive: true });
  const sent: [number, number][] = [];
  const answers: Promise<void>[] = [];
  const startedMs = steadyMs();
  for (const [turn, seatId] of seatIds.slice(from, from + count).entries()) {
    await pause(Math.max(0, startedMs + turn * everyMs - steadyMs()));
    sent.push([seatId, steadyMs()]);
    const body = { eventId, items: [{ zoneId: numbered, seatId }] };
    answers.push(send(agent, port, 'POST', '/sales/cart/lock', 201, body));
  }
  await Promise.all(answers);
  agent.destroy();
  return sent;
}
