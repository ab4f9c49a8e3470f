import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hall } from '@/db/testing/hall';
import { signatureHeader, signSandbox } from '@/lib/payments/sandbox';
import { placesOf } from './testing/endpoints';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;
let hall: Hall;

beforeAll(async () => {
  wire = await openWire();
  hall = await wire.hall();
});
afterAll(() => wire.close());

/** A buyer who holds something, so that no session is missing on the way to the body. */
async function holder() {
  const buyer = wire.buyer();
  await buyer.post('/sales/cart/lock', { eventId: hall.eventId, items: [placesOf(hall, 1)] });
  return buyer;
}

describe('an address', () => {
  const odd = [
    '%00',
    '%',
    '%zz',
    '%E0%A4%A',
    '..%2f..',
    "'; DROP TABLE events; --",
    '💺',
    '%F0%9F%92%BA',
    'x'.repeat(4_000),
    '%20',
    '-1',
    '0',
  ];
  it.each(odd)('with %j where an id should be is not found', async (id) => {
    const tenant = `tenant=${hall.slug}`;
    const buyer = await holder();
    const calls = [
      buyer.get(`/sales/events/${id}?${tenant}`),
      buyer.get(`/sales/events/${id}/seats?${tenant}`),
      buyer.get(`/sales/events/${id}/availability?${tenant}`),
      buyer.get(`/sales/events/${id}/live?${tenant}`),
      buyer.get(`/sales/orders/${id}?key=${id}`),
      buyer.post(`/sales/checkout/${id}/sandbox?key=${id}`, { outcome: 'approve' }),
      buyer.post(`/sales/payments/${id}/webhook`, {}),
    ];
    expect((await Promise.all(calls)).map((answer) => answer.status)).toEqual(
      Array(calls.length).fill(404),
    );
  });
});

describe('a text with null characters or halves of letters', () => {
  it.each(['Ana\u0000', '\u0000', '\ud800', 'Ana \udfff'])('is no name: %j', async (name) => {
    const buyer = await holder();
    const path = `/sales/checkout?tenant=${hall.slug}`;
    const answer = await buyer.post(path, { email: 'ana@example.com', name });
    expect([answer.status, answer.problem.code]).toEqual([400, 'invalid_request']);
  });

  it('is no payment’s reference', async () => {
    const event = {
      orderId: randomUUID(),
      outcome: 'captured',
      reference: 'a\u0000',
      amountMinor: 1,
    };
    const body = JSON.stringify(event);
    const headers = { [signatureHeader]: signSandbox(body) };
    const answer = await wire.buyer().post('/sales/payments/sandbox/webhook', body, { headers });
    expect([answer.status, answer.problem.code]).toEqual([400, 'invalid_request']);
  });
});
