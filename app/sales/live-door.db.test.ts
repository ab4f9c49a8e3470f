import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveHub } from '@/lib/live/hub';
import { noChanges, seatFree, seatSold } from '@/lib/live/schema';
import { announce } from '@/lib/live/service';
import { liveDoor } from './events/[id]/live/door';
import * as route from './events/[id]/live/route';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;
let server: Server;
let port: number;

beforeAll(async () => {
  wire = await openWire();
  server = createServer((request, answer) => {
    if (!liveDoor(request, answer)) answer.writeHead(418).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await wire.close();
});

function ask(path: string, options: object = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, ...options }, resolve).once('error', reject);
  });
}
async function bodyOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of answer.setEncoding('utf8')) text += part;
  return text;
}
const live = (eventId: string) => `/sales/events/${eventId}/live`;

describe('the door of live streams', () => {
  it('lets a reader in with a snapshot, under the headers of any endpoint', async () => {
    const hall = await wire.hall();
    const forwarded = { 'x-forwarded-proto': 'https' };
    const answer = await ask(`${live(hall.eventId)}/?tenant=${hall.slug}`, { headers: forwarded });
    expect([answer.statusCode, answer.headers]).toMatchObject([
      200,
      {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'strict-transport-security': 'max-age=31536000',
      },
    ]);
    const snapshot = await new Promise<Buffer>((heard) => answer.once('data', heard));
    expect(String(snapshot)).toMatch(/^event: snapshot\ndata: \{/);
    expect(liveHub().viewers).toBe(1);
    answer.destroy();
    await expect.poll(() => liveHub().viewers).toBe(0);
  });

  it('says what is wrong as any endpoint does, and keeps nobody on the list', async () => {
    const missing = await ask(live('00000000-0000-7000-8000-000000000000'));
    expect(missing.headers['content-type']).toBe('application/problem+json');
    expect(missing.headers['x-frame-options']).toBe('DENY');
    const problem = JSON.parse(await bodyOf(missing)) as { code: string };
    expect([missing.statusCode, problem.code]).toEqual([404, 'event_not_found']);
    const hall = await wire.hall();
    const stranger = await ask(`${live(hall.eventId)}?tenant=nobody`);
    expect((JSON.parse(await bodyOf(stranger)) as { code: string }).code).toBe('tenant_not_found');
    expect(liveHub().viewers).toBe(0);
  });

  it('is for streams only: all else is left to the rest of the server', async () => {
    const hall = await wire.hall();
    const others = [
      ask(`/sales/events/${hall.eventId}`),
      ask(`/sales/events/${hall.eventId}/live/more`),
      ask(`/sales/events/${hall.eventId}/lively`),
      ask(live(hall.eventId), { method: 'POST' }),
      ask(live(hall.eventId), { method: 'HEAD' }),
    ];
    for (const answer of await Promise.all(others)) expect(answer.statusCode).toBe(418);
  });

  it('has nobody on its list who asks for no more than the headers', async () => {
    const hall = await wire.hall();
    // As Next.js calls it: where there is no HEAD, by GET.
    const { HEAD = route.GET }: Partial<typeof route> = route;
    const address = `http://localhost${live(hall.eventId)}`;
    const answer = await HEAD(new Request(address, { method: 'HEAD' }));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    expect(liveHub().viewers).toBe(0);
    const missing = live('00000000-0000-7000-8000-000000000000');
    const refused = await HEAD(new Request(`http://localhost${missing}`, { method: 'HEAD' }));
    expect(refused.status).toBe(404);
  });

  it('lets a reader go that does not read, before it has cost much', async () => {
    const hall = await wire.hall({ seats: 40_000 });
    const socket = connect({ host: '127.0.0.1', port });
    socket.pause();
    socket.write(`GET ${live(hall.eventId)} HTTP/1.1\r\nhost: localhost\r\n\r\n`);
    await expect.poll(() => liveHub().viewers).toBe(1);
    let round = 0;
    const tellAll = async () => {
      const state = round++ % 2 === 0 ? seatSold : seatFree;
      const seats = hall.seatIds.map((id): [number, number] => [id, state]);
      await announce(wire, [{ ...noChanges(hall.tenantId, hall.eventId), seats }]);
      return liveHub().viewers;
    };
    await expect.poll(tellAll, { timeout: 20_000, interval: 250 }).toBe(0);
    socket.destroy();
  });
});
