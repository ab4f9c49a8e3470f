import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './testing/database';
import { createHall, type Hall } from './testing/hall';

let database: TestDatabase;
let hall: Hall;
const account = randomUUID();

beforeAll(async () => {
  database = await testDatabase();
  hall = await createHall(database.admin);
  await database.admin`
    INSERT INTO users (id, email, name, password_hash) VALUES (${account}, 'a@example.org', 'Ana', '-')`;
});
afterAll(() => database.drop());

/** A lock that has run out; its id. */
async function ended(userId: string | null): Promise<string> {
  const [lock] = await database.admin<{ id: string }[]>`
    INSERT INTO cart_item_locks (tenant_id, id, session_key, user_id, event_id, zone_id, quantity,
      locked_at, expires_at, status, ended_at, end_reason, price_at_lock, duration_ms, max_extensions)
    VALUES (${hall.tenantId}, gen_random_uuid(), repeat('k', 40), ${userId}, ${hall.eventId},
      ${hall.general}, 2, now() - interval '15 minutes', now(), 'expired', now(), 'timeout', 2000,
      900000, 10)
    RETURNING id`;
  return lock!.id;
}
const change = (id: string, column: string, value: string | number | null) =>
  database.admin`UPDATE cart_item_locks SET ${database.admin(column)} = ${value} WHERE id = ${id}`;

describe.each([
  ['of no account', null],
  ['of an account', account],
])('a lock that has ended, %s', (_, userId) => {
  test.each([
    ['status', 'active'],
    ['end_reason', 'buyer'],
    ['ended_at', '2020-01-01'],
    ['expires_at', '2020-01-01'],
    ['quantity', 1],
    ['price_at_lock', 0],
    ['session_key', 'x'.repeat(40)],
  ])('keeps its %s', async (column, value) => {
    const id = await ended(userId);
    await expect(change(id, column, value)).rejects.toMatchObject({
      constraint_name: 'final_is_final',
    });
  });
});

test('a lock that has ended forgets an account that is erased, and takes no other', async () => {
  const id = await ended(account);
  await database.admin`DELETE FROM users WHERE id = ${account}`;
  const [lock] = await database.admin`SELECT user_id FROM cart_item_locks WHERE id = ${id}`;
  expect(lock?.user_id).toBeNull();
  const [other] = await database.admin<{ id: string }[]>`
    INSERT INTO users (id, email, name, password_hash)
    VALUES (gen_random_uuid(), 'b@example.org', 'Eva', '-') RETURNING id`;
  await expect(change(id, 'user_id', other!.id)).rejects.toMatchObject({
    constraint_name: 'final_is_final',
  });
});
