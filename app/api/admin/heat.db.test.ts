import { afterAll, beforeAll, expect, it } from 'vitest';
import { GET as heat } from '@/app/api/admin/[tenant]/heat/route';
import { GET as seat } from '@/app/api/admin/[tenant]/heat/seat/route';
import { GET as replay } from '@/app/api/admin/[tenant]/replay/route';
import { openWire, type Wire } from '@/app/sales/testing/wire';
import type { Hall } from '@/db/testing/hall';
import { madeUp, minuteMs, write } from '@/lib/heat/testing/history';
import { staffMember } from '@/lib/users/testing/sign-in';

let wire: Wire;
let house: Hall;
let other: Hall;
let cookie: string;
beforeAll(async () => {
  wire = await openWire();
  [house, other] = [await wire.hall(), await wire.hall()];
  cookie = (await staffMember(wire.admin, house.tenantId, 'box_office')).cookie;
  await write(wire.admin, house, madeUp(house, Date.now() - 480 * minuteMs, 2));
});
afterAll(() => wire.close());

const ask = (
  handler: typeof heat,
  path: string,
  query: Record<string, string>,
  headers: Record<string, string> = {},
) =>
  handler(
    new Request(`http://localhost/api/admin/${house.slug}/${path}?${new URLSearchParams(query)}`, {
      headers: { cookie, ...headers },
    }),
  );

it('figures that are the same as those the browser has are not sent again', async () => {
  const event = house.eventId;
  for (const [handler, path] of [
    [heat, 'heat'],
    [replay, 'replay'],
  ] as const) {
    const first = await ask(handler, path, { event });
    expect(first.status, path).toBe(200);
    expect(first.headers.get('cache-control')).toMatch(/^private, max-age=\d$/);
    const etag = first.headers.get('etag')!;
    const second = await ask(handler, path, { event }, { 'if-none-match': `W/${etag}` });
    expect(second.status, path).toBe(304);
    expect(await second.text()).toBe('');
  }
  const known = (await ask(heat, 'heat', { event })).headers.get('etag')!;
  const past = madeUp(house, Date.now() - 900 * minuteMs, 4).slice(0, 1);
  await write(wire.admin, house, past);
  const changed = await ask(heat, 'heat', { event }, { 'if-none-match': known });
  expect(changed.status).toBe(200);
});

it('what is asked wrongly is told so, and another house’s event is not found', async () => {
  const event = house.eventId;
  const seatId = String(house.seatIds[0]);
  const wrong: [typeof heat, string, Record<string, string>][] = [
    [heat, 'heat', {}],
    [heat, 'heat', { event: 'noche' }],
    [heat, 'heat', { event, more: '1' }],
    [seat, 'heat/seat', { event }],
    [seat, 'heat/seat', { event, seat: '0' }],
    [seat, 'heat/seat', { event, seat: '1e99' }],
    [replay, 'replay', { event, minutes: '61' }],
    [replay, 'replay', { event, from: 'ayer' }],
  ];
  for (const [handler, path, query] of wrong) {
    const answer = await ask(handler, path, query);
    expect(answer.status, `${path} ${JSON.stringify(query)}`).toBe(400);
  }
  const theirs = other.eventId;
  expect((await ask(heat, 'heat', { event: theirs })).status).toBe(404);
  expect((await ask(replay, 'replay', { event: theirs })).status).toBe(404);
  expect((await ask(seat, 'heat/seat', { event: theirs, seat: seatId })).status).toBe(404);
  const strange = String(other.seatIds[0]);
  expect((await ask(seat, 'heat/seat', { event, seat: strange })).status).toBe(404);
  expect((await ask(seat, 'heat/seat', { event, seat: seatId })).status).toBe(200);
});
