import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hall } from '@/db/testing/hall';
import type { Client } from './testing/client';
import { placesOf, seatOf } from './testing/endpoints';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;
let hall: Hall;

beforeAll(async () => {
  wire = await openWire();
  hall = await wire.hall({ capacity: 1_000 });
});
afterAll(() => wire.close());

const two = () => ({ eventId: hall.eventId, items: [placesOf(hall, 2)] });
const once = (key: string = randomUUID()) => ({ headers: { 'idempotency-key': key } });
const units = (answer: { cart: { locks: { quantity: number }[] } }) =>
  answer.cart.locks.reduce((sum, lock) => sum + lock.quantity, 0);
const held = async (buyer: Client) =>
  units(await buyer.get(`/sales/cart/lock/status?tenant=${hall.slug}`));

/** A buyer with a session and two places. */
async function regular() {
  const buyer = wire.buyer();
  await buyer.post('/sales/cart/lock', two());
  return buyer;
}

describe('a request with an Idempotency-Key', () => {
  it('sent again gets the same answer, and locks nothing more', async () => {
    const buyer = await regular();
    const options = once();
    const first = await buyer.post('/sales/cart/lock', two(), options);
    const again = await buyer.post('/sales/cart/lock/', two(), options);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.text).toBe(first.text);
    expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
    expect(await held(buyer)).toBe(4);
  });

  it('of a new buyer is remembered with the session that it began', async () => {
    const buyer = wire.buyer();
    const options = once();
    const first = await buyer.post('/sales/cart/lock', two(), options);
    expect(first.headers.getSetCookie()).toHaveLength(1);
    const again = await buyer.post('/sales/cart/lock', two(), options);
    expect(again.text).toBe(first.text);
    expect(await held(buyer)).toBe(2);
  });

  it('is told what was done also where its answer cannot be kept, and does it no second time', async () => {
    const buyer = await regular();
    const options = once();
    await wire.admin.unsafe(`
      CREATE FUNCTION refuse_answers() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE EXCEPTION 'no more room' USING ERRCODE = 'disk_full'; END $$;
      CREATE TRIGGER refuse_answers BEFORE UPDATE ON idempotency_keys
        FOR EACH ROW EXECUTE FUNCTION refuse_answers()`);
    try {
      expect((await buyer.post('/sales/cart/lock', two(), options)).status).toBe(201);
    } finally {
      await wire.admin`DROP FUNCTION refuse_answers CASCADE`;
    }
    const again = await buyer.post('/sales/cart/lock', two(), options);
    expect([again.status, again.problem.code]).toEqual([409, 'request_in_progress']);
    expect(await held(buyer)).toBe(4);
  });

  it('sent ten times at once locks once, and each gets that answer', async () => {
    const buyer = await regular();
    const options = once();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => buyer.post('/sales/cart/lock', two(), options)),
    );
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(201));
    expect(await held(buyer)).toBe(4);
  });

  it('is refused with another body, and for another endpoint', async () => {
    const buyer = await regular();
    const options = once();
    await buyer.post('/sales/cart/lock', two(), options);
    const body = await buyer.post('/sales/cart/lock', { ...two(), mode: 'any' }, options);
    const path = await buyer.put(`/sales/cart/lock/extend?tenant=${hall.slug}`, {}, options);
    for (const answer of [body, path]) {
      expect([answer.status, answer.problem.code]).toEqual([422, 'idempotency_mismatch']);
    }
    expect(await held(buyer)).toBe(4);
  });

  it('is another session’s own', async () => {
    const [ana, luis] = [await regular(), await regular()];
    const options = once();
    const answers = [
      await ana.post('/sales/cart/lock', two(), options),
      await luis.post('/sales/cart/lock', { ...two(), mode: 'any' }, options),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([201, 201]);
    expect([await held(ana), await held(luis)]).toEqual([4, 4]);
  });

  it('that was refused is refused in the same words, though it would succeed now', async () => {
    const [ana, luis] = [await regular(), wire.buyer()];
    const seat = { eventId: hall.eventId, items: [seatOf(hall, 0)] };
    await luis.post('/sales/cart/lock', seat);
    const options = once();
    const first = await ana.post('/sales/cart/lock', seat, options);
    await luis.delete(`/sales/cart/lock?tenant=${hall.slug}`);
    const again = await ana.post('/sales/cart/lock', seat, options);
    expect([first.status, again.status, again.text]).toEqual([409, 409, first.text]);
    expect(again.headers.get('content-type')).toBe('application/problem+json');
    expect((await ana.post('/sales/cart/lock', seat, once())).status).toBe(201);
  });

  it('that failed on our side is tried again', async () => {
    const buyer = await regular();
    const options = once();
    await wire.admin`ALTER TABLE zones RENAME TO elsewhere`;
    const failed = await buyer.post('/sales/cart/lock', two(), options);
    await wire.admin`ALTER TABLE elsewhere RENAME TO zones`;
    expect(failed.status).toBe(500);
    expect((await buyer.post('/sales/cart/lock', two(), options)).status).toBe(201);
    expect(await held(buyer)).toBe(4);
  });

  it('of 255 characters is fine, of 256 or none is not', async () => {
    const buyer = await regular();
    const answers = await Promise.all(
      ['k'.repeat(255), 'k'.repeat(256), ''].map((key) =>
        buyer.post('/sales/cart/lock', two(), once(key)),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual([201, 400, 400]);
    expect(answers[1]?.problem.code).toBe('invalid_request');
  });

  it('extends once, and opens one order', async () => {
    const buyer = await regular();
    const [extend, order] = [once(), once()];
    const path = `/sales/cart/lock/extend?tenant=${hall.slug}`;
    const extended = [await buyer.put(path, {}, extend), await buyer.put(path, {}, extend)];
    expect(extended[1]?.text).toBe(extended[0]?.text);
    const person = { email: 'ana@example.com', name: 'Ana' };
    const checkout = `/sales/checkout?tenant=${hall.slug}`;
    const orders = [
      await buyer.post(checkout, person, order),
      await buyer.post(checkout, person, order),
    ];
    expect(orders.map((answer) => answer.status)).toEqual([201, 201]);
    expect(orders[1]?.text).toBe(orders[0]?.text);
  });

  it('decides a payment once, and not otherwise', async () => {
    const buyer = await regular();
    const person = { email: 'ana@example.com', name: 'Ana' };
    const opened = await buyer.post(`/sales/checkout?tenant=${hall.slug}`, person);
    const { payment } = opened.as<{ payment: { url: string } }>();
    const options = once();
    const first = await buyer.post(payment.url, { outcome: 'decline' }, options);
    const again = await buyer.post(payment.url, { outcome: 'decline' }, options);
    const other = await buyer.post(payment.url, { outcome: 'approve' }, options);
    expect([first.status, again.status, other.status]).toEqual([200, 200, 422]);
    expect(again.text).toBe(first.text);
  });
});
