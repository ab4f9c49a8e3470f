import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { countTry, takeBack } from './failures';
import { forgetSignIns } from './forget';
import { ofMail, ofNetwork, waitSeconds } from './policy';
import { registerBuyer, verifyCredentials } from './service';
import { endSession } from './sessions';
import { signedIn, signInAgain } from './testing/sign-in';

const hashing = vi.hoisted(() => ({ costs: [] as object[] }));
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  const scrypt = (...[password, salt, length, cost, done]: Parameters<typeof crypto.scrypt>) => {
    hashing.costs.push({ ...cost, length });
    return crypto.scrypt(password, salt, length, cost, done);
  };
  return { ...crypto, scrypt };
});

let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());

let people = 0;
const someone = () => `persona${++people}@example.org`;
const tries = (email: string, address: string | null = null) =>
  countTry(base.db, { email, address });
/** Time passes: every wait is over, and every failure so much older. */
const later = (seconds: number) => base.admin`
  UPDATE sign_in_failures SET blocked_until = blocked_until - make_interval(secs => ${seconds}),
    failed_at = failed_at - make_interval(secs => ${seconds})`;

describe('failed sign-ins of one account', () => {
  it('cost nothing four times; then each wait is twice the last, up to a quarter of an hour', async () => {
    const email = someone();
    for (let failures = 1; failures <= 16; failures += 1) {
      expect(await tries(email), `try ${failures}`).toBe(0);
      const wait = waitSeconds(failures, ofMail);
      if (wait === 0) continue;
      const told = await tries(email);
      expect(told).toBeGreaterThanOrEqual(Math.max(1, wait - 1));
      expect(told).toBeLessThanOrEqual(wait);
      // What waits counts for nothing: it does not make the wait longer.
      await later(wait);
    }
  });

  it('of a hundred at once let no more through than one after the other', async () => {
    const email = someone();
    const burst = await Promise.all(Array.from({ length: 100 }, () => tries(email)));
    expect(burst.filter((seconds) => seconds === 0)).toHaveLength(ofMail.free);
    expect(Math.max(...burst)).toBeLessThanOrEqual(ofMail.firstSeconds);
  });

  it('are forgotten by a sign-in, and after a day without one', async () => {
    const [email, forgetful] = [someone(), someone()];
    for (const who of [email, forgetful]) for (let i = 0; i < ofMail.free; i += 1) await tries(who);
    expect(await tries(email)).toBeGreaterThan(0);
    await takeBack(base.db, { email, address: null });
    expect(await tries(email)).toBe(0);
    await later(ofMail.forgottenAfterSeconds + 1);
    for (let i = 0; i < ofMail.free; i += 1) expect(await tries(forgetful)).toBe(0);
    expect(await tries(forgetful)).toBeGreaterThan(0);
  });

  it('slow nobody else down', async () => {
    const [email, other] = [someone(), someone()];
    for (let i = 0; i < 6; i += 1) await tries(email, '203.0.113.1');
    expect(await tries(email, '203.0.113.1')).toBeGreaterThan(0);
    expect(await tries(other, '203.0.113.1')).toBe(0);
  });

  it('are the same for an account that is not there, to the hash', async () => {
    const user = await registerBuyer(base.db, {
      email: someone(),
      name: 'Ana',
      password: 'telón 1',
    });
    const costsOf = async (email: string) => {
      hashing.costs.length = 0;
      expect(await verifyCredentials(base.db, { email, password: 'otra cosa' })).toBeNull();
      return [...hashing.costs];
    };
    const costs = await costsOf(user!.email);
    expect(costs).toEqual([expect.objectContaining({ N: 32_768, r: 8, p: 1, length: 64 })]);
    expect(await costsOf('nadie@example.org')).toEqual(costs);
  });
});

describe('failed sign-ins from one network', () => {
  const network = '2001:db8:7:7';

  it('slow it down whatever the account, and what it is refused does not count against accounts', async () => {
    for (let i = 0; i < ofNetwork.free; i += 1)
      expect(await tries(someone(), `${network}::${i + 1}`)).toBe(0);
    const victim = someone();
    for (let i = 0; i < 20; i += 1) expect(await tries(victim, `${network}::ffff`)).toBe(2);
    expect(await tries(victim, '203.0.113.2')).toBe(0);
  });

  it('are one less for each that was a good one, so that an office signs in all day', async () => {
    const address = '203.0.113.3';
    for (let i = 0; i < ofNetwork.free * 2; i += 1) {
      const email = someone();
      expect(await tries(email, address)).toBe(0);
      await takeBack(base.db, { email, address });
    }
  });

  it('are all but that one still counted after a good one', async () => {
    const address = '203.0.113.4';
    const email = someone();
    expect(await tries(email, address)).toBe(0);
    for (let i = 1; i < ofNetwork.free; i += 1) expect(await tries(someone(), address)).toBe(0);
    await takeBack(base.db, { email, address });
    expect(await tries(someone(), address)).toBe(0);
    expect(await tries(someone(), address)).toBeGreaterThan(0);
  });
});

describe('what is kept of it', () => {
  it('names neither the mail nor the network', async () => {
    await tries('sospechosa@example.org', '198.51.100.77');
    const [kept] = await base.admin`SELECT string_agg(f::text, ' ') AS all FROM sign_in_failures f`;
    expect(kept!.all).not.toMatch(/sospechosa|example|198\.51|51\.100/);
  });

  it('is removed once it counts no more, with sessions that are over, and not before', async () => {
    const person = await signedIn(base.admin);
    const [ended, over] = [
      await signInAgain(base.admin, person),
      await signInAgain(base.admin, person),
    ];
    await endSession(base.db, person.userId, ended.sessionId);
    await later(ofMail.forgottenAfterSeconds + 1);
    await base.admin`
      UPDATE user_sessions SET expires_at = clock_timestamp() WHERE id = ${over.sessionId}`;
    await base.admin`
      INSERT INTO sign_in_failures SELECT n::text, 1, now() - interval '2 days', now()
      FROM generate_series(1, 2500) n`;
    const fresh = someone();
    await tries(fresh);
    const [{ n: old }] = (await base.admin`
      SELECT count(*)::int AS n FROM sign_in_failures
      WHERE failed_at < now() - interval '1 day'`) as unknown as [{ n: number }];
    expect(await forgetSignIns(base.db)).toBe(old + 1);
    expect(await base.admin`SELECT FROM sign_in_failures`).toHaveLength(1);

    await base.admin`
      UPDATE user_sessions SET revoked_at = now() - interval '25 hours' WHERE id = ${ended.sessionId}`;
    expect(await forgetSignIns(base.db)).toBe(1);
    expect(await base.admin`SELECT id FROM user_sessions`).toEqual([{ id: person.sessionId }]);
    expect(await forgetSignIns(base.db)).toBe(0);
  });
});
