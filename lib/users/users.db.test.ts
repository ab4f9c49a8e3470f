import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import { someoneWaits } from '@/lib/locks/testing/waiting';
import { ordersOfUser } from '@/lib/orders/of-user';
import { adoptSession, registerBuyer, verifyCredentials } from './service';

let base: TestDatabase;
let halls: [Hall, Hall];
// The organizers first of all: the product keeps their directory in memory for some seconds.
beforeAll(async () => {
  base = await testDatabase();
  halls = [await createHall(base.admin), await createHall(base.admin)];
});
afterAll(() => base.drop());

let people = 0;
const someone = async (password = 'terciopelo') => {
  people += 1;
  const email = `persona${people}@example.org`;
  const user = await registerBuyer(base.db, { email, name: 'Ana Prueba', password });
  if (!user) throw new Error(`${email} was taken`);
  return user;
};
const newSession = () => randomBytes(30).toString('base64url');

describe('an account', () => {
  it('opens to its password, and to no other', async () => {
    const user = await someone('telón arriba');
    const { email } = user;
    expect(await verifyCredentials(base.db, { email, password: 'telón arriba' })).toEqual(user);
    expect(await verifyCredentials(base.db, { email, password: 'telón abajo' })).toBeNull();
  });

  it('that does not exist opens to nothing', async () => {
    const nobody = { email: 'nadie@example.org', password: 'terciopelo' };
    expect(await verifyCredentials(base.db, nobody)).toBeNull();
  });

  it('is one for an address, also when two ask at once, and keeps the first password', async () => {
    const ask = (password: string) =>
      registerBuyer(base.db, { email: 'doble@example.org', name: 'Eva', password });
    const made = await Promise.all([ask('primera vez'), ask('segunda vez')]);
    expect(made.filter(Boolean)).toHaveLength(1);
    const opened = await Promise.all(
      ['primera vez', 'segunda vez'].map((password) =>
        verifyCredentials(base.db, { email: 'doble@example.org', password }),
      ),
    );
    expect(opened.map(Boolean)).toEqual(made.map(Boolean));
  });
});

describe('signing in with a cart in hand', () => {
  /** One lock of `session` on the hall's standing zone, ending in `seconds`; its id. */
  async function hold(hall: Hall, session: string, seconds = 900, owner: string | null = null) {
    const [lock] = await base.admin<{ id: string }[]>`
      INSERT INTO cart_item_locks (tenant_id, id, session_key, user_id, event_id, zone_id, quantity,
        locked_at, expires_at, price_at_lock, duration_ms, max_extensions)
      VALUES (${hall.tenantId}, gen_random_uuid(), ${session}, ${owner}, ${hall.eventId},
        ${hall.general}, 1, clock_timestamp() + make_interval(secs => ${seconds - 900}),
        clock_timestamp() + make_interval(secs => ${seconds}), 2800, 900000, 10)
      RETURNING id`;
    return lock!.id;
  }
  const ownerOf = async (lockId: string) =>
    (await base.admin`SELECT user_id FROM cart_item_locks WHERE id = ${lockId}`)[0]!.user_id;

  it('brings what is live, at every organizer, and nobody else’s', async () => {
    const [here, there] = halls;
    const [mine, others] = [newSession(), newSession()];
    const user = await someone();
    const [a, b] = [await hold(here, mine), await hold(there, mine)];
    const [gone, foreign] = [await hold(here, mine, -5), await hold(here, others)];

    await adoptSession(base.db, mine, user.id);

    expect(await ownerOf(a)).toBe(user.id);
    expect(await ownerOf(b)).toBe(user.id);
    expect(await ownerOf(gone)).toBeNull();
    expect(await ownerOf(foreign)).toBeNull();
  });

  it('takes nothing from an account that used the same browser before', async () => {
    const [hall] = halls;
    const session = newSession();
    const [before, after] = [await someone(), await someone()];
    const lock = await hold(hall, session, 900, before.id);
    await adoptSession(base.db, session, after.id);
    expect(await ownerOf(lock)).toBe(before.id);
  });

  /** An order of `session` for a lock; its id. */
  async function order(hall: Hall, session: string, lockId: string, number: string) {
    const orderId = crypto.randomUUID();
    await base.admin`
      INSERT INTO orders (tenant_id, id, number, access_key, session_key, email, name, locale,
        total_minor, currency)
      VALUES (${hall.tenantId}, ${orderId}, ${number}, ${newSession()}, ${session},
        'ana@example.org', 'Ana', 'es', 2800, 'EUR')`;
    await base.admin`
      INSERT INTO order_locks (tenant_id, order_id, lock_id, quantity)
      VALUES (${hall.tenantId}, ${orderId}, ${lockId}, 1)`;
    return orderId;
  }

  it('brings the orders too, and the account lists them', async () => {
    const [hall] = halls;
    const session = newSession();
    const user = await someone();
    const lockId = await hold(hall, session);
    const orderId = await order(hall, session, lockId, 'B-ADOPTED1');
    expect(await ordersOfUser(base.db, user.id)).toEqual([]);

    await adoptSession(base.db, session, user.id);

    const [card, ...rest] = await ordersOfUser(base.db, user.id);
    expect(rest).toEqual([]);
    expect(card).toMatchObject({ id: orderId, number: 'B-ADOPTED1', status: 'pending', units: 1 });
  });

  it('and the payment of that cart at the same moment do not get in each other’s way', async () => {
    const [hall] = halls;
    const session = newSession();
    const user = await someone();
    const lockId = await hold(hall, session);
    const orderId = await order(hall, session, lockId, 'B-ADOPTED2');
    let adopting: Promise<void> | undefined;
    await base.admin.begin(async (payment) => {
      await payment`SELECT FROM orders WHERE id = ${orderId} FOR UPDATE`;
      adopting = adoptSession(base.db, session, user.id);
      await someoneWaits(base.admin);
      await payment`SELECT FROM cart_item_locks WHERE id = ${lockId} FOR UPDATE`;
    });
    await adopting;
    expect(await ownerOf(lockId)).toBe(user.id);
  });
});
