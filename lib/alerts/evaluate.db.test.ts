import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '@/db/testing/database';
import { createHall } from '@/db/testing/hall';
import { Evaluator } from './evaluate';
import { letTimePass, newAddress, newSession, writeLocks } from './testing/locks';
import { AlertStage } from './testing/stage';

const stage = new AlertStage();

describe('a burst', () => {
  it('of sixty by one session raises one alert, and forty raise none', async () => {
    await stage.lock({ count: 40 });
    expect(await stage.look()).toBe(0);
    const sessionKey = newSession();
    await stage.lock({ count: 60, sessionKey });
    expect(await stage.look()).toBe(1);
    expect(await stage.alerts()).toMatchObject([
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
    for (let n = 0; n < 13; n++) await stage.lock({ count: 10, addressHash });
    await stage.look();
    const [first, ...others] = await stage.alerts();
    expect(first).toMatchObject({ kind: 'address_units', source: addressHash });
    expect(others).toEqual([]);
  });

  it('of one session is not told of its address and its account as well', async () => {
    const [user] = await stage.base.admin`INSERT INTO users (id, email, name, password_hash)
      VALUES (gen_random_uuid(), ${`${newSession()}@example.org`}, 'Nora', '') RETURNING id`;
    const source = { addressHash: newAddress(), userId: user!.id };
    await stage.lock({ count: 130, sessionKey: newSession(), ...source });
    await stage.look();
    expect(await stage.kinds()).toEqual(['session_units']);
  });

  it('is told again of its account once another session joins in', async () => {
    const [user] = await stage.base.admin`INSERT INTO users (id, email, name, password_hash)
      VALUES (gen_random_uuid(), ${`${newSession()}@example.org`}, 'Nora', '') RETURNING id`;
    for (let n = 0; n < 2; n++) await stage.lock({ count: 35, userId: user!.id });
    await stage.look();
    expect(await stage.alerts()).toMatchObject([{ kind: 'account_units', source: user!.id }]);
  });

  it('counts units, not locks', async () => {
    await stage.lock({ count: 1, quantity: 41 });
    await stage.look();
    expect(await stage.kinds()).toEqual(['session_units']);
  });

  it('is told though another question takes too long for the database', async () => {
    let ms = 0;
    const evaluator = new Evaluator(stage.base.db, () => (ms += 1_000));
    await stage.lock({ count: 60 });
    await stage.base.admin`REVOKE SELECT ON zones FROM butaca_app`;
    try {
      await expect(evaluator.evaluate(stage.hall.tenantId)).rejects.toThrow();
      expect(await evaluator.evaluate(stage.hall.tenantId)).toBe(1);
    } finally {
      await stage.base.admin`GRANT SELECT ON zones TO butaca_app`;
    }
    expect(await stage.kinds()).toEqual(['session_units']);
  });

  it('of another house raises nothing here', async () => {
    const other = await createHall(stage.base.admin);
    await writeLocks(stage.base.admin, other, { count: 60 });
    expect(await stage.look()).toBe(0);
  });
});

describe('while it lasts', () => {
  beforeEach(() => stage.only('session_units'));

  it('an alert is one, and its figures move; its peak stays', async () => {
    const sessionKey = newSession();
    await stage.lock({ count: 60, sessionKey, secondsAgo: 200 });
    await stage.look();
    await stage.lock({ count: 10, sessionKey });
    expect(await stage.look()).toBe(0);
    expect(await stage.alerts()).toMatchObject([{ figures: { count: 70, peak: 70, mailed: 1 } }]);
    await letTimePass(stage.base.admin, stage.hall, 150);
    await stage.lock({ count: 35, sessionKey });
    await stage.look();
    expect(await stage.alerts()).toMatchObject([{ lasts: true, figures: { count: 45, peak: 70 } }]);
  });

  it('it ends only after a whole window without, and what comes after that is a new one', async () => {
    const sessionKey = newSession();
    await stage.lock({ count: 60, sessionKey });
    await stage.look();
    await letTimePass(stage.base.admin, stage.hall, 299);
    await stage.look();
    await letTimePass(stage.base.admin, stage.hall, 290);
    await stage.look();
    expect(await stage.alerts()).toMatchObject([{ lasts: true }]);
    await letTimePass(stage.base.admin, stage.hall, 20);
    await stage.look();
    expect(await stage.alerts()).toMatchObject([{ lasts: false, status: 'open' }]);
    await stage.lock({ count: 60, sessionKey });
    expect(await stage.look()).toBe(1);
    expect((await stage.alerts()).map(({ lasts }) => lasts)).toEqual([false, true]);
  });

  it('a rule that is switched off ends its alert at once, and raises none', async () => {
    await stage.lock({ count: 60 });
    await stage.look();
    await stage.base.admin`INSERT INTO alert_rules (tenant_id, kind, enabled)
      VALUES (${stage.hall.tenantId}, 'session_units', false)`;
    await stage.look();
    expect(await stage.alerts()).toMatchObject([{ kind: 'session_units', lasts: false }]);
  });
});

describe('two processes at once', () => {
  const rounds = async () => {
    const others = [stage.evaluator, stage.anotherProcess(), stage.anotherProcess()];
    await Promise.all(
      others.flatMap((one) => [
        one.evaluate(stage.hall.tenantId),
        one.evaluate(stage.hall.tenantId),
      ]),
    );
  };

  it('raise one alert between them, with one mail', async () => {
    for (let n = 0; n < 5; n++) {
      await stage.lock({ count: 60 });
      await rounds();
      expect(await stage.alerts()).toHaveLength(n + 1);
      const mails = await stage.base
        .admin`SELECT FROM outbox WHERE tenant_id = ${stage.hall.tenantId}`;
      expect(mails).toHaveLength(n + 1);
    }
  });

  it('raise none, rather than two, in a database that does not see to it that there is one', async () => {
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
