import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hall } from '@/db/testing/hall';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;
let hall: Hall;

beforeAll(async () => {
  wire = await openWire();
  hall = await wire.hall({ seats: 200 });
});
afterAll(() => wire.close());

let next = 0;
const aSeat = () => ({
  eventId: hall.eventId,
  items: [{ zoneId: hall.numbered, seatId: hall.seatIds[next++] as number }],
});
const status = (slug: string) => `/sales/cart/lock/status?tenant=${slug}`;

describe('every address', () => {
  it('answers with and without the last slash', async () => {
    const buyer = wire.buyer();
    const seat = aSeat();
    const tenant = `?tenant=${hall.slug}`;
    const answers = [
      await buyer.post('/sales/cart/lock/', seat),
      await buyer.get(`/sales/cart/lock/status/${tenant}`),
      await buyer.put(`/sales/cart/lock/extend/${tenant}`, {}),
      await buyer.delete(`/sales/cart/lock/${tenant}`, {}),
      await buyer.post(`/sales/cart/lock/release/${tenant}`),
      await buyer.get('/sales/events/'),
      await buyer.get(`/sales/events/${hall.eventId}/`),
      await buyer.get(`/sales/events/noche/${tenant}`),
      await buyer.get(`/sales/events/${hall.eventId}/seats/`),
      await buyer.get(`/sales/events/${hall.eventId}/availability/`),
    ];
    expect(answers.map((a) => a.status)).toEqual([
      201, 200, 200, 200, 204, 200, 200, 200, 200, 200,
    ]);
  });

  it('that does not exist is a problem of its own', async () => {
    const answer = await wire.buyer().get('/sales/nothing/here');
    expect([answer.status, answer.problem.code]).toEqual([404, 'not_found']);
  });

  it.each([
    ['PATCH', '/sales/cart/lock', 'POST, DELETE, OPTIONS'],
    ['GET', '/sales/cart/lock', 'POST, DELETE, OPTIONS'],
    ['POST', '/sales/cart/lock/extend', 'PUT, OPTIONS'],
    ['DELETE', '/sales/cart/lock/status', 'GET, HEAD, OPTIONS'],
    ['GET', '/sales/cart/lock/release', 'POST, OPTIONS'],
    ['POST', '/sales/events', 'GET, HEAD, OPTIONS'],
    ['PUT', '/sales/events/noche/seats', 'GET, HEAD, OPTIONS'],
    ['GET', '/sales/checkout', 'POST, OPTIONS'],
  ])('refuses a method that it does not take: %s %s', async (method, path, allow) => {
    const answer = await wire.buyer().send(method, path);
    expect([answer.status, answer.problem.code]).toEqual([405, 'method_not_allowed']);
    expect(answer.headers.get('allow')).toBe(allow);
    const options = await wire.buyer().send('OPTIONS', path);
    expect([options.status, options.headers.get('allow')]).toEqual([204, allow]);
  });

  it('tells what is wrong as problem+json with a stable code', async () => {
    const answer = await wire.buyer().get(`/sales/events/${randomUUID()}`);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.problem).toEqual({
      type: 'urn:butaca:problem:event_not_found',
      title: expect.any(String),
      status: 404,
      detail: expect.any(String),
      code: 'event_not_found',
    });
  });

  it('tells no more of an unknown error than a requestId', async () => {
    await wire.admin`ALTER TABLE tenant_settings RENAME TO elsewhere`;
    try {
      const answer = await wire.buyer().get(status(hall.slug));
      expect(answer.status).toBe(500);
      expect(Object.keys(answer.problem).sort()).toEqual([
        'code',
        'detail',
        'requestId',
        'status',
        'title',
        'type',
      ]);
      expect(answer.text).not.toMatch(/tenant_settings|select/i);
    } finally {
      await wire.admin`ALTER TABLE elsewhere RENAME TO tenant_settings`;
    }
  });
});

describe('a page of another site', () => {
  const refused: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:3001' },
  ];
  it.each(refused)('changes nothing: %j', async (headers) => {
    for (const [method, path] of [
      ['POST', '/sales/cart/lock'],
      ['DELETE', '/sales/cart/lock'],
      ['PUT', '/sales/cart/lock/extend'],
      ['POST', '/sales/cart/lock/release'],
      ['POST', '/sales/checkout'],
      ['POST', `/sales/checkout/${randomUUID()}/sandbox`],
    ] as const) {
      const answer = await wire.buyer().send(method, path, aSeat(), { headers });
      expect([answer.status, answer.problem.code]).toEqual([403, 'cross_site']);
    }
  });

  it('may read what everybody may', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    expect((await wire.buyer().get('/sales/events', { headers })).status).toBe(200);
  });

  it.each([
    { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' },
    { 'sec-fetch-site': 'none' },
    { origin: 'http://localhost:3000' },
    { origin: 'https://tickets.example', 'x-forwarded-host': 'tickets.example' },
  ])('is not mistaken for our own: %j', async (headers) => {
    const sent = headers as unknown as Record<string, string>;
    expect((await wire.buyer().post('/sales/cart/lock', aSeat(), { headers: sent })).status).toBe(
      201,
    );
  });
});
