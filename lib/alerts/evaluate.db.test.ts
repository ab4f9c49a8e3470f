import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import { Evaluator } from './evaluate';
import { ruleKinds } from './schema';
import { letTimePass, newAddress, newSession, writeLocks } from './testing/locks';

let base: TestDatabase;
let hall: Hall;
let evaluator: Evaluator;

beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());
beforeEach(async () => {
  hall = await createHall(base.admin, { capacity: 2_000 });
  // A clock that stands still: no question is ever too dear to be asked.
  evaluator = new Evaluator(base.db, () => 0);
});

const look = () => evaluator.evaluate(hall.tenantId);
const alerts = () => base.admin`
  SELECT kind, source, event_id, status, figures, ended_at IS NULL AS lasts FROM alerts
  WHERE tenant_id = ${hall.tenantId} ORDER BY raised_at, id`;
const kinds = async () => (await alerts()).map(({ kind }) => kind);

/** Leaves the house that one rule. */
const only = (kind: string) => base.admin`
  INSERT INTO alert_rules (tenant_id, kind, enabled)
  SELECT ${hall.tenantId}, kind, false FROM unnest(${ruleKinds.filter((one) => one !== kind)}::text[])
    AS kind`;

describe('a burst', () => {
  it('of sixty by one session raises one alert, and forty raise none', async () => {
    await writeLocks(base.admin, hall, { count: 40 });
    expect(await look()).toBe(0);
    const sessionKey = newSession();
    await writeLocks(base.admin, hall, { count: 60, sessionKey });
    expect(await look()).toBe(1);
    expect(await alerts()).toMatchObject([
      {
        kind: 'session_units',
        source: sessionKey,
        status: 'open',
        lasts: true,
        figures: { count: 60, peak: 60, threshold: 40, windowSeconds: 300, mailed: 1 },
      },
    ]);
  });

  it('of many sessions behind one address raises that of the address alone', async () => {
    const addressHash = newAddress();
    for (let n = 0; n < 13; n++) await writeLocks(base.admin, hall, { count: 10, addressHash });
    await look();
    const [first, ...others] = await alerts();
    expect(first).toMatchObject({ kind: 'address_units', source: addressHash });
    expect(others).toEqual([]);
  });

  it('of one session is not told of its address and its account as well', async () => {
    const [user] = await base.admin`INSERT INTO users (id, email, name, password_hash)
      VALUES (gen_random_uuid(), ${`${newSession()}@example.org`}, 'Nora', '') RETURNING id`;
    const source = { addressHash: newAddress(), userId: user!.id };
    await writeLocks(base.admin, hall, { count: 130, sessionKey: newSession(), ...source });
    await look();
    expect(await kinds()).toEqual(['session_units']);
  });

  it('is told again of its account once another session joins in', async () => {
    const [user] = await base.admin`INSERT INTO users (id, email, name, password_hash)
      VALUES (gen_random_uuid(), ${`${newSession()}@example.org`}, 'Nora', '') RETURNING id`;
    for (let n = 0; n < 2; n++) await writeLocks(base.admin, hall, { count: 35, userId: user!.id });
    await look();
    expect(await alerts()).toMatchObject([{ kind: 'account_units', source: user!.id }]);
  });

  it('counts units, not locks', async () => {
    await writeLocks(base.admin, hall, { count: 1, quantity: 41 });
    await look();
    expect(await kinds()).toEqual(['session_units']);
  });

  it('of another house raises nothing here', async () => {
    const other = await createHall(base.admin);
    await writeLocks(base.admin, other, { count: 60 });
    expect(await look()).toBe(0);
  });
});

describe('while it lasts', () => {
  beforeEach(() => only('session_units'));

  it('an alert is one, and its figures move; its peak stays', async () => {
    const sessionKey = newSession();
    await writeLocks(base.admin, hall, { count: 60, sessionKey, secondsAgo: 200 });
    await look();
    await writeLocks(base.admin, hall, { count: 10, sessionKey });
    expect(await look()).toBe(0);
    expect(await alerts()).toMatchObject([{ figures: { count: 70, peak: 70, mailed: 1 } }]);
    await letTimePass(base.admin, hall, 150);
    await writeLocks(base.admin, hall, { count: 35, sessionKey });
    await look();
    expect(await alerts()).toMatchObject([{ lasts: true, figures: { count: 45, peak: 70 } }]);
  });

  it('it ends only after a whole window without, and what comes after that is a new one', async () => {
    const sessionKey = newSession();
    await writeLocks(base.admin, hall, { count: 60, sessionKey });
    await look();
    await letTimePass(base.admin, hall, 299);
    await look();
    await letTimePass(base.admin, hall, 290);
    await look();
    expect(await alerts()).toMatchObject([{ lasts: true }]);
    await letTimePass(base.admin, hall, 20);
    await look();
    expect(await alerts()).toMatchObject([{ lasts: false, status: 'open' }]);
    await writeLocks(base.admin, hall, { count: 60, sessionKey });
    expect(await look()).toBe(1);
    expect((await alerts()).map(({ lasts }) => lasts)).toEqual([false, true]);
  });

  it('a rule that is switched off ends its alert at once, and raises none', async () => {
    await writeLocks(base.admin, hall, { count: 60 });
    await look();
    await base.admin`INSERT INTO alert_rules (tenant_id, kind, enabled)
      VALUES (${hall.tenantId}, 'session_units', false)`;
    await look();
    expect(await alerts()).toMatchObject([{ kind: 'session_units', lasts: false }]);
  });
});

describe('two processes at once', () => {
  const rounds = async () => {
    const others = [evaluator, new Evaluator(base.db, () => 0), new Evaluator(base.db, () => 0)];
    await Promise.all(
      others.flatMap((one) => [one.evaluate(hall.tenantId), one.evaluate(hall.tenantId)]),
    );
  };

  it('raise one alert between them, with one mail', async () => {
    for (let n = 0; n < 5; n++) {
      await writeLocks(base.admin, hall, { count: 60 });
      await rounds();
      expect(await alerts()).toHaveLength(n + 1);
      const mails = await base.admin`SELECT FROM outbox WHERE tenant_id = ${hall.tenantId}`;
      expect(mails).toHaveLength(n + 1);
    }
  });

  it('would fail without the rule that a lasting alert is one', async () => {
    const own = await testDatabase();
    try {
      const unguarded = await createHall(own.admin);
      await own.admin`DROP INDEX one_lasting_alert`;
      await own.admin`CREATE UNIQUE INDEX one_lasting_alert ON alerts (tenant_id, kind, source,
        coalesce(event_id, '00000000-0000-0000-0000-000000000000'), id)
        WHERE ended_at IS NULL AND kind <> 'test'`;
      await writeLocks(own.admin, unguarded, { count: 60 });
      await expect(new Evaluator(own.db).evaluate(unguarded.tenantId)).rejects.toThrow();
    } finally {
      await own.drop();
    }
  });
});

describe('locks without a sale', () => {
  const lost = (sessionKey: string, status: 'active' | 'released' = 'released') =>
    writeLocks(base.admin, hall, { count: 110, sessionKey, secondsAgo: 1_800, status });

  it('are told when there are many in an hour, given back or run out', async () => {
    const sources = [newSession(), newSession()] as const;
    await lost(sources[0]);
    await lost(sources[1], 'active');
    await look();
    const told = await alerts();
    expect(told.map(({ kind }) => kind)).toEqual(['no_sale', 'no_sale']);
    expect(told.map(({ source }) => source).sort()).toEqual([...sources].sort());
  });

  it('are never told of who buys, nor while the carts are held', async () => {
    const buys = newSession();
    await lost(buys);
    await writeLocks(base.admin, hall, { count: 1, sessionKey: buys, status: 'converted' });
    await writeLocks(base.admin, hall, { count: 110, secondsAgo: 600 });
    await look();
    expect(await kinds()).toEqual([]);
  });
});

describe('a share of an event', () => {
  it('held at once is told, whoever holds it', async () => {
    for (let n = 0; n < 30; n++) await writeLocks(base.admin, hall, { count: 1, quantity: 20 });
    await look();
    expect(await alerts()).toMatchObject([
      { kind: 'event_share', event_id: hall.eventId, figures: { held: 600, capacity: 2_040 } },
    ]);
  });

  it('given back does not count', async () => {
    for (let n = 0; n < 30; n++)
      await writeLocks(base.admin, hall, { count: 1, quantity: 20, status: 'released' });
    await look();
    expect(await kinds()).toEqual([]);
  });
});

describe('a spike', () => {
  const crowd = async (sessions: number, secondsAgo = 0) => {
    for (let n = 0; n < sessions; n++)
      await writeLocks(base.admin, hall, { count: 1, secondsAgo, status: 'released' });
  };

  it('after a quiet hour is told', async () => {
    await crowd(51);
    await look();
    expect(await alerts()).toMatchObject([{ kind: 'spike', figures: { count: 51, usual: 0 } }]);
  });

  it('is not told where the hour before was as busy', async () => {
    await writeLocks(base.admin, hall, { count: 39, secondsAgo: 1_000, status: 'released' });
    for (let n = 0; n < 4; n++)
      await writeLocks(base.admin, hall, { count: 25, secondsAgo: 2_000, status: 'released' });
    await crowd(51);
    await look();
    expect(await kinds()).toEqual([]);
  });

  it('is not told in the first hour of an on-sale', async () => {
    await base.admin`UPDATE events SET sale_starts_at = now() - interval '10 minutes'
      WHERE id = ${hall.eventId}`;
    await crowd(80);
    await look();
    expect(await kinds()).toEqual([]);
  });
});
