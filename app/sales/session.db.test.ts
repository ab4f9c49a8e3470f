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
