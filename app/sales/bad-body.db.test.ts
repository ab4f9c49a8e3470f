import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hall } from '@/db/testing/hall';
import { placesOf, writing } from './testing/endpoints';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;
let hall: Hall;
let endpoints: ReturnType<typeof writing>;

beforeAll(async () => {
  wire = await openWire();
  hall = await wire.hall();
  endpoints = writing(hall, randomUUID());
});
afterAll(() => wire.close());

/** A buyer who holds something, so that no session is missing on the way to the body. */
async function holder() {
  const buyer = wire.buyer();
  await buyer.post('/sales/cart/lock', { eventId: hall.eventId, items: [placesOf(hall, 1)] });
  return buyer;
}

const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
const everywhere: [name: string, body: string | Uint8Array][] = [
  ['not JSON', '{"eventId":'],
  ['a word', 'hello'],
  ['null', 'null'],
  ['a list', '[]'],
  ['a number', '7'],
  ['a text', '"eventId"'],
  ['nested without end', deep],
  ['nested in a field', `{"items":${deep}}`],
  ['invalid UTF-8', Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
  ['a field nobody knows', '{"surprise":true}'],
  ['the prototype', '{"__proto__":{"mode":"any"},"constructor":1}'],
  ['null characters', '{"\\u0000":"\\u0000"}'],
];

describe('a body that is no request', () => {
  it.each(everywhere)('is refused by every endpoint: %s', async (_, body) => {
    const buyer = await holder();
    for (const [method, path] of endpoints) {
      const answer = await buyer.send(method, path, body);
      expect([path, answer.status, answer.problem.code]).toEqual([path, 400, 'invalid_request']);
      expect(answer.problem.errors).toEqual(
        expect.arrayContaining([{ path: expect.any(String), message: expect.any(String) }]),
      );
    }
  });

  it('is refused over 64 KiB, by its length and by what arrives', async () => {
    const buyer = await holder();
    const large = JSON.stringify({ name: 'x'.repeat(64 * 1024) });
    for (const [method, path] of endpoints) {
      const told = await buyer.send(method, path, '{}', { headers: { 'content-length': '65537' } });
      const whole = await buyer.send(method, path, large);
      const streamed = await buyer.send(method, path, endless());
      for (const answer of [told, whole, streamed]) {
        expect([path, answer.status, answer.problem.code]).toEqual([path, 413, 'body_too_large']);
      }
    }
  });
});

function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(8 * 1024).fill(0x20)),
  });
}

describe('an order for places', () => {
  const items: [name: string, items: (hall: Hall) => unknown][] = [
    ['of none', (h) => [placesOf(h, 0)]],
    ['of half a place more', (h) => [placesOf(h, 1.5)]],
    ['of less than none', (h) => [placesOf(h, -1)]],
    ['written as text', (h) => [{ ...placesOf(h, 1), quantity: '2' }]],
    ['of more than any hall has', (h) => [placesOf(h, 1_001)]],
    ['of 2^31', (h) => [placesOf(h, 2 ** 31)]],
    ['of 2^53', (h) => [placesOf(h, 2 ** 53)]],
    ['of 1e308', (h) => [placesOf(h, 1e308)]],
    ['in the zone 2^31', (h) => [{ ...placesOf(h, 1), zoneId: 2 ** 31 }]],
    ['in the zone 0', (h) => [{ ...placesOf(h, 1), zoneId: 0 }]],
    ['of a seat and a quantity at once', (h) => [{ ...placesOf(h, 1), seatId: h.seatIds[0] }]],
    ['of nothing', () => []],
    ['without any', () => undefined],
    ['of a zone alone', (h) => [{ zoneId: h.general }]],
    ['101 long', (h) => Array.from({ length: 101 }, () => placesOf(h, 1))],
    ['that is an object', (h) => placesOf(h, 1)],
    ['of null', () => [null]],
  ];
  it.each(items)('%s is refused and names where', async (_, make) => {
    const answer = await wire
      .buyer()
      .post('/sales/cart/lock', { eventId: hall.eventId, items: make(hall) });
    expect([answer.status, answer.problem.code]).toEqual([400, 'invalid_request']);
    const [error] = answer.problem.errors as { path: string; message: string }[];
    expect(error?.path).toMatch(/^items/);
  });

  it.each(['', 'noche', '7', `${randomUUID()}x`, null, 7, {}])(
    'of an event that is no id is refused: %j',
    async (eventId) => {
      const items = [placesOf(hall, 1)];
      const answer = await wire.buyer().post('/sales/cart/lock', { eventId, items });
      expect([answer.status, answer.problem.code]).toEqual([400, 'invalid_request']);
    },
  );

  it.each([0, -1, '1', null, 1e308, 15.1])('is not extended by %j minutes', async (minutes) => {
    const buyer = await holder();
    const answer = await buyer.put(`/sales/cart/lock/extend?tenant=${hall.slug}`, { minutes });
    expect([answer.status, answer.problem.code]).toEqual([400, 'invalid_request']);
  });
});

describe('whatever is sent', () => {
  const leaf = fc.oneof(
    fc.constantFrom(
      0,
      -1,
      1.5,
      1e308,
      2 ** 31,
      2 ** 53,
      '2',
      '',
      '\u0000',
      null,
      true,
      'all',
      'any',
    ),
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.double(),
    fc.uuid(),
  );

  it('is never answered with a fault of ours', async () => {
    const buyer = await holder();
    for (const [method, path, good] of endpoints) {
      const fields = fc.constantFrom(
        ...Object.keys(good),
        'lockIds',
        'items',
        'mode',
        'zoneId',
        'locale',
      );
      const body = fc.oneof(
        fc.json(),
        fc.string({ unit: 'binary' }),
        fc
          .dictionary(fields, fc.oneof(leaf, fc.array(leaf), fc.array(fc.dictionary(fields, leaf))))
          .map((odd) => JSON.stringify({ ...good, ...odd })),
      );
      await fc.assert(
        fc.asyncProperty(body, async (text) => {
          const answer = await buyer.send(method, path, text);
          expect(answer.status).toBeLessThan(500);
        }),
        { numRuns: 120 },
      );
    }
  });
});
