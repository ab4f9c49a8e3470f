import { randomBytes } from 'node:crypto';
import { checkInvariants } from '../db/invariants/check';
import { crowdAgent, postLock, tally } from './support/crowd';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

const limit = 50;

let halls: SmallHalls;
const agent = crowdAgent();
test.beforeAll(async () => {
  halls = await startSmallHalls({ MAX_LOCKS_PER_SESSION: String(limit) });
});
test.afterAll(async () => {
  agent.destroy();
  await halls.stop();
});
test.afterEach(async () => {
  expect(await checkInvariants(halls.admin, { maxLocksPerSession: limit })).toEqual([]);
});

const liveUnits = async (eventId: string) => {
  const [row] = await halls.admin<{ units: number }[]>`
    SELECT coalesce(sum(quantity), 0)::int AS units FROM cart_item_locks
    WHERE event_id = ${eventId} AND status = 'active' AND expires_at > clock_timestamp()`;
  return row?.units;
};

test('a thousand buyers want the same seat: one has it, and all the others are told so', async () => {
  const hall = await halls.open();
  const seat = { zoneId: hall.numbered, seatId: hall.seatIds[6] as number };
  const body = { eventId: hall.eventId, items: [seat] };
  const answers = await Promise.all(
    Array.from({ length: 1_000 }, () => postLock(agent, halls.app.url, body)),
  );
  expect(tally(answers)).toEqual({ 201: 1, '409 items_unavailable': 999 });
  for (const { body: refusal } of answers.filter((answer) => answer.status === 409)) {
    expect(refusal.items).toEqual([{ ...seat, reason: 'locked' }]);
  }
  expect(await liveUnits(hall.eventId)).toBe(1);
});

test('one buyer asks five hundred times at once, and never holds more than the limit', async () => {
  const hall = await halls.open({ capacity: 1_000 });
  const place = { zoneId: hall.general, quantity: 1 };
  const body = { eventId: hall.eventId, items: [place] };
  const session = randomBytes(30).toString('base64url');
  const answers = await Promise.all(
    Array.from({ length: 500 }, () => postLock(agent, halls.app.url, body, session)),
  );
  expect(tally(answers)).toEqual({ 201: limit, '409 lock_limit_reached': 500 - limit });
  const refused = answers.find((answer) => answer.status === 409);
  expect(refused?.body).toMatchObject({ limit, held: limit });
  expect(await liveUnits(hall.eventId)).toBe(limit);
});

test('two thousand buyers want one of five hundred places: five hundred have one', async () => {
  const hall = await halls.open({ capacity: 500 });
  const body = { eventId: hall.eventId, items: [{ zoneId: hall.general, quantity: 1 }] };
  const answers = await Promise.all(
    Array.from({ length: 2_000 }, () => postLock(agent, halls.app.url, body)),
  );
  expect(tally(answers)).toEqual({ 201: 500, '409 items_unavailable': 1_500 });
  expect(await liveUnits(hall.eventId)).toBe(500);
});
