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
