import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Hall } from '@/db/testing/hall';
import { eventDetailSchema, eventSummarySchema } from '@/lib/events/schema';
import { placesOf, seatOf } from './testing/endpoints';
import { decide, lockOf, openOrder } from './testing/orders';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;
let hall: Hall;
let draft: Hall;

beforeAll(async () => {
  wire = await openWire();
  hall = await wire.hall({ seats: 10, capacity: 30 });
  draft = await wire.hall({ status: 'draft' });
});
afterAll(() => wire.close());

const get = (path: string) => wire.buyer().get(path);
const list = async (query = '') =>
  z
    .strictObject({ events: z.array(eventSummarySchema) })
    .parse((await get(`/sales/events${query}`)).as()).events;

describe('the list of events', () => {
  it('is one organizer’s, or everybody’s', async () => {
    const other = await wire.hall();
    expect((await list(`?tenant=${hall.slug}`)).map(({ id }) => id)).toEqual([hall.eventId]);
    const all = (await list()).map(({ id }) => id);
    expect(all).toEqual(expect.arrayContaining([hall.eventId, other.eventId]));
  });

  it('tells what an event is and whether it is on sale', async () => {
    const future = await wire.hall({ sale: 'future' });
    expect(await list(`?tenant=${hall.slug}`)).toEqual([
      {
        id: hall.eventId,
        slug: 'noche',
        tenant: hall.slug,
        name: 'Noche de prueba',
        startsAt: expect.stringMatching(/Z$/),
        onSale: true,
        currency: 'EUR',
      },
    ]);
    expect((await list(`?tenant=${future.slug}`))[0]?.onSale).toBe(false);
  });

  it('keeps drafts to itself', async () => {
    expect(await list(`?tenant=${draft.slug}`)).toEqual([]);
    expect((await list()).map(({ id }) => id)).not.toContain(draft.eventId);
  });
});

describe('an event', () => {
  it('is found by its id, in capitals or not, and by its slug within its organizer', async () => {
    for (const path of [
      hall.eventId,
      hall.eventId.toUpperCase(),
      `${hall.eventId}?tenant=${hall.slug}`,
      `noche?tenant=${hall.slug}`,
    ]) {
      const answer = await get(`/sales/events/${path}`);
      expect(answer.status).toBe(200);
      expect(eventDetailSchema.parse(answer.as()).id).toBe(hall.eventId);
    }
    expect((await get('/sales/events/noche')).problem.code).toBe('tenant_required');
  });

  it('counts each zone: what is left, locked and sold', async () => {
    const open = await openOrder(wire, (h) => [seatOf(h, 0), placesOf(h, 2)], {
      seats: 10,
      capacity: 30,
    });
    await decide(open.buyer, open.order, 'approve');
    await lockOf(wire.buyer(), open.hall, [seatOf(open.hall, 1), placesOf(open.hall, 3)]);
    await wire.admin`UPDATE seats SET status = 'blocked' WHERE id = ${open.hall.seatIds[2]!}`;
    const event = eventDetailSchema.parse((await get(`/sales/events/${open.hall.eventId}`)).as());
    expect(event.zones).toEqual([
      {
        id: open.hall.numbered,
        name: 'Platea',
        type: 'numbered',
        capacity: 10,
        available: 7,
        locked: 1,
        sold: 1,
        price: { amount: 4_500, currency: 'EUR' },
      },
      {
        id: open.hall.general,
        name: 'De pie',
        type: 'general',
        capacity: 30,
        available: 25,
        locked: 3,
        sold: 2,
        price: { amount: 2_000, currency: 'EUR' },
      },
    ]);
  });

  it('that is a draft or nowhere is not found, whatever is asked of it', async () => {
    for (const id of [
      draft.eventId,
      randomUUID(),
      `noche?tenant=${draft.slug}`,
      `tarde?tenant=${hall.slug}`,
    ]) {
      const [path, query = ''] = id.split('?');
      for (const rest of ['', '/seats', '/availability', '/live']) {
        const answer = await get(`/sales/events/${path}${rest}?${query}`);
        expect([answer.status, answer.problem.code]).toEqual([404, 'event_not_found']);
      }
    }
  });
});
