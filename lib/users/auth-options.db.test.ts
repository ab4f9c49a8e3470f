import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { processWide } from '@/lib/process-wide';
import { authOptions } from './auth-options';
import { openSessions } from './queries';
import { registerBuyer } from './service';
import { startSession } from './sessions';
import { knock, reasonOf } from './testing/door';

const hashing = vi.hoisted(() => ({ count: 0 }));
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  const scrypt = (...given: Parameters<typeof crypto.scrypt>) => {
    hashing.count += 1;
    return crypto.scrypt(...given);
  };
  return { ...crypto, scrypt };
});

let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
  processWide('connection', () => ({ sql: base.sql, db: base.db }));
});
afterAll(() => base.drop());

const password = 'telón de terciopelo';
let people = 0;
async function someone() {
  const email = `persona${++people}@example.org`;
  const user = await registerBuyer(base.db, { email, name: 'Ana', password });
  if (!user) throw new Error(`${email} was taken`);
  return user;
}

describe('the door', () => {
  it('writes each sign-in down, with the device, and gives its token the session', async () => {
    const { id, email } = await someone();
    const agent = 'Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0';
    const user = await knock(email.toUpperCase(), password, { 'user-agent': agent });
    const [session, ...rest] = await openSessions(base.db, id);
    expect(rest).toEqual([]);
    expect(session).toMatchObject({ id: user?.sessionId, device: 'Firefox · Android' });

    const jwt = authOptions().callbacks!.jwt!;
    const token = await jwt({ token: { sub: id }, user: user!, account: null });
    expect(token).toEqual({ sub: id, sid: session!.id });
    const again = { token, account: null } as unknown as Parameters<typeof jwt>[0];
    expect(await jwt(again)).toEqual(token);

    await authOptions().events!.signOut!({ token, session: undefined as never });
    expect(await openSessions(base.db, id)).toEqual([]);
    await expect(async () => jwt(again)).rejects.toThrow('The session has ended.');
  });

  it('ends no session of another account by a token that mixes two', async () => {
    const [ana, eva] = [await someone(), await someone()];
    const sid = (await startSession(base.db, eva, ''))!;
    await authOptions().events!.signOut!({
      token: { sub: ana.id, sid },
      session: undefined as never,
    });
    expect(await openSessions(base.db, eva.id)).toHaveLength(1);
  });

  it('says how long to wait, the same of an account that is not there', async () => {
    const { email } = await someone();
    for (const tried of [email, 'nadie@example.org']) {
      const answers: string[] = [];
      for (let i = 0; i < 6; i += 1) answers.push(await reasonOf(knock(tried, 'otra cosa')));
      expect(answers).toEqual([
        ...Array.from({ length: 5 }, () => 'wrong_credentials'),
        expect.stringMatching(/^rate_limited:[12]$/),
      ]);
    }
    // While it waits, the right password is of no more use than a wrong one.
    expect(await reasonOf(knock(email, password))).toMatch(/^rate_limited:/);
  });

  it('hashes for five of fifty guesses that come at once', async () => {
    const { email } = await someone();
    hashing.count = 0;
    const burst = await Promise.all(
      Array.from({ length: 50 }, (_, i) => reasonOf(knock(email, `guess ${i}`))),
    );
    expect(hashing.count).toBe(5);
    expect(burst.filter((reason) => reason === 'wrong_credentials')).toHaveLength(5);
    expect(burst.filter((reason) => reason.startsWith('rate_limited:'))).toHaveLength(45);
  });

  it('forgets the failures of who gets it right', async () => {
    const { email } = await someone();
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 4; i += 1) await reasonOf(knock(email, 'otra cosa'));
      expect(await reasonOf(knock(email, password))).toBe('let in');
    }
  });
});
