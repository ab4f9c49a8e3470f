import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hall } from '@/db/testing/hall';
import { lockStatusSchema } from '@/lib/locks/schema';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;
let hall: Hall;
let other: Hall;

beforeAll(async () => {
  wire = await openWire();
  hall = await wire.hall({ seats: 200 });
  other = await wire.hall();
});
afterAll(() => wire.close());

let next = 0;
const aSeat = () => ({
  eventId: hall.eventId,
  items: [{ zoneId: hall.numbered, seatId: hall.seatIds[next++] as number }],
});
const status = (slug: string) => `/sales/cart/lock/status?tenant=${slug}`;

describe('the organizer that a request means', () => {
  it('is the one of ?tenant=', async () => {
    const answer = await wire.buyer().get(status(hall.slug));
    expect(answer.status).toBe(200);
    expect(lockStatusSchema.parse(answer.cart).locks).toEqual([]);
  });

  it('is needed where nothing names one', async () => {
    const answer = await wire.buyer().get('/sales/cart/lock/status');
    expect([answer.status, answer.problem.code]).toEqual([400, 'tenant_required']);
  });

  it.each(['nobody', '', '%00', '../..', 'HALL', 'x'.repeat(5_000)])(
    'is not found under the unknown slug %j',
    async (slug) => {
      for (const path of [
        '/sales/events',
        '/sales/cart/lock/status',
        `/sales/events/${hall.eventId}`,
      ]) {
        const answer = await wire.buyer().get(`${path}?tenant=${slug}`);
        expect([answer.status, answer.problem.code]).toEqual([404, 'tenant_not_found']);
      }
    },
  );

  it('is the owner of the host, whatever ?tenant= says', async () => {
    const host = `${other.slug}.example`;
    await wire.admin`UPDATE tenants SET host = ${host} WHERE id = ${other.tenantId}`;
    wire.forgetTenants();
    for (const origin of [`https://${host}`, `https://${host.toUpperCase()}:8443`]) {
      const list = await wire.buyer().get(`/sales/events?tenant=${hall.slug}`, { origin });
      expect(list.as<{ events: { tenant: string }[] }>().events.map((e) => e.tenant)).toEqual([
        other.slug,
      ]);
    }
    const foreign = await wire.buyer().get(`/sales/events/${hall.eventId}`, {
      origin: `https://${host}`,
    });
    expect([foreign.status, foreign.problem.code]).toEqual([404, 'event_not_found']);
  });

  it('is the event’s where an event is named', async () => {
    const answer = await wire.buyer().post('/sales/cart/lock', aSeat());
    expect(answer.status).toBe(201);
  });

  it('never sees an event of another', async () => {
    const answers = await Promise.all([
      wire.buyer().post(`/sales/cart/lock?tenant=${other.slug}`, aSeat()),
      ...['', '/seats', '/availability', '/live'].map((rest) =>
        wire.buyer().get(`/sales/events/${hall.eventId}${rest}?tenant=${other.slug}`),
      ),
    ]);
    for (const answer of answers) {
      expect([answer.status, answer.problem.code]).toEqual([404, 'event_not_found']);
    }
  });

  it('is DEFAULT_TENANT where a request names none', async () => {
    wire.configure({ DEFAULT_TENANT: hall.slug });
    try {
      expect((await wire.buyer().get('/sales/cart/lock/status')).status).toBe(200);
      const bySlug = await wire.buyer().get('/sales/events/noche');
      expect(bySlug.as<{ id: string }>().id).toBe(hall.eventId);
      // What is named comes before the default.
      const named = await wire.buyer().get(`/sales/events/${other.eventId}`);
      expect(named.as<{ tenant: string }>().tenant).toBe(other.slug);
    } finally {
      wire.configure({});
    }
  });
});

describe('the session', () => {
  it('begins with the first thing locked: one cookie of 40 characters, out of reach of scripts', async () => {
    const answer = await wire.buyer().post('/sales/cart/lock', aSeat());
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^butaca_session=[A-Za-z0-9_-]{40}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
  });

  it('is Secure on HTTPS, also behind a proxy', async () => {
    const headers = { 'x-forwarded-proto': 'https' };
    const proxied = await wire.buyer().post('/sales/cart/lock', aSeat(), { headers });
    expect(proxied.headers.getSetCookie()[0]).toMatch(/; Secure$/);
    const origin = 'https://tickets.example';
    const direct = await wire.buyer().post('/sales/cart/lock', aSeat(), { origin });
    expect(direct.headers.getSetCookie()[0]).toMatch(/; Secure$/);
  });

  it('is not sent again to who has it', async () => {
    const buyer = wire.buyer();
    await buyer.post('/sales/cart/lock', aSeat());
    const again = await buyer.post('/sales/cart/lock', aSeat());
    expect([again.status, again.headers.getSetCookie()]).toEqual([201, []]);
    expect(again.cart.locks).toHaveLength(2);
  });

  it('does not begin where nothing was created', async () => {
    const buyer = wire.buyer();
    const taken = aSeat();
    await wire.buyer().post('/sales/cart/lock', taken);
    const tenant = `?tenant=${hall.slug}`;
    const answers = [
      await buyer.post('/sales/cart/lock', taken),
      await buyer.post('/sales/cart/lock', {}),
      await buyer.get(status(hall.slug)),
      await buyer.delete(`/sales/cart/lock${tenant}`),
      await buyer.put(`/sales/cart/lock/extend${tenant}`, {}),
      await buyer.post(`/sales/cart/lock/release${tenant}`),
      await buyer.post(`/sales/checkout${tenant}`, { email: 'ana@example.com', name: 'Ana' }),
      await buyer.get(`/sales/events/${hall.eventId}`),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([
      409, 400, 200, 200, 409, 204, 409, 200,
    ]);
    expect(answers.flatMap((answer) => answer.headers.getSetCookie())).toEqual([]);
  });

  it.each(['short', 'x'.repeat(41), `${'x'.repeat(39)}!`, `"${'x'.repeat(38)}"`, ''])(
    'is replaced when malformed: %j',
    async (malformed) => {
      const buyer = wire.buyer();
      buyer.session = malformed;
      expect((await buyer.get(status(hall.slug))).cart.locks).toEqual([]);
      expect((await buyer.post('/sales/cart/lock', aSeat())).status).toBe(201);
      expect(buyer.session).toMatch(/^[A-Za-z0-9_-]{40}$/);
      expect((await buyer.get(status(hall.slug))).cart.locks).toHaveLength(1);
    },
  );
});

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

describe('one session that asks without end', () => {
  it('is told to wait, and for how long; another is not', async () => {
    const [greedy, patient] = [wire.buyer(), wire.buyer()];
    await greedy.post('/sales/cart/lock', aSeat());
    const asked = Array.from({ length: 900 }, () => greedy.post('/sales/cart/lock', '{'));
    const refused = (await Promise.all(asked)).find((answer) => answer.status === 429);
    expect(refused?.problem.code).toBe('rate_limited');
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect((await patient.post('/sales/cart/lock', aSeat())).status).toBe(201);
  });
});
