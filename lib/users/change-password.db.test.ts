import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { someoneWaits } from '@/lib/locks/testing/waiting';
import { processWide } from '@/lib/process-wide';
import { countTry } from './failures';
import { knownBrowserSetCookie } from './known-browser';
import { hashPassword } from './password';
import { ofMail } from './policy';
import { openSessions } from './queries';
import type { Account } from './schema';
import { changePassword, registerBuyer, verifyCredentials } from './service';
import { startSession } from './sessions';
import { knock, reasonOf } from './testing/door';

let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
  processWide('connection', () => ({ sql: base.sql, db: base.db }));
});
afterAll(() => base.drop());

const [old, fresh] = ['telón de terciopelo', 'bambalina encarnada'];
let people = 0;

/** Somebody who is signed in here, on a telephone and at work. */
async function someone() {
  const email = `cambia${++people}@example.org`;
  const proven = await registerBuyer(base.db, { email, name: 'Ana', password: old });
  if (!proven) throw new Error(`${email} was taken`);
  const [here, phone] = [
    await startSession(base.db, proven, 'Firefox · Linux'),
    await startSession(base.db, proven, 'Safari · iPhone'),
  ];
  const account: Account = { ...proven, sessionId: here!, onTeam: false };
  const change = (current: string, next: string, who = account) =>
    changePassword(base.db, who, { current, next }, null);
  const opens = async (password: string) =>
    (await verifyCredentials(base.db, { email, password })) !== null;
  const open = async () => (await openSessions(base.db, account.id)).map(({ id }) => id);
  return { email, proven, account, phone: phone!, change, opens, open };
}
const wrong = { ok: false, reason: 'wrong_password' };

describe('a new password', () => {
  it('opens the account, and the former does not; every session but this one has ended', async () => {
    const { account, change, opens, open } = await someone();
    expect(await open()).toHaveLength(2);
    expect(await change(old, fresh)).toEqual({ ok: true, ended: 1 });
    expect([await opens(fresh), await opens(old)]).toEqual([true, false]);
    expect(await open()).toEqual([account.sessionId]);
  });

  it('is not had without the present one, and ends nothing then', async () => {
    const { change, opens, open } = await someone();
    expect(await change('otra cosa', fresh)).toEqual(wrong);
    expect([await opens(fresh), await opens(old)]).toEqual([false, true]);
    expect(await open()).toHaveLength(2);
  });

  it('is another one', async () => {
    const { change, open } = await someone();
    expect(await change(old, old)).toEqual({ ok: false, reason: 'same_password' });
    expect(await open()).toHaveLength(2);
  });

  it('is one, when two are asked for at once', async () => {
    const { account, phone, change, opens } = await someone();
    const others = 'otra más, y distinta';
    const answers = await Promise.all([
      change(old, fresh),
      change(old, others, { ...account, sessionId: phone }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await Promise.all([opens(fresh), opens(others)])).toEqual(answers.map(({ ok }) => ok));
  });
});

describe('a try with a wrong password', () => {
  it('is slowed down as at the door, and so are more of them at once', async () => {
    const { change, opens } = await someone();
    const burst = await Promise.all(
      Array.from({ length: 12 }, (_, n) => change(`guess ${n}`, fresh)),
    );
    expect(burst.filter((answer) => !answer.ok && answer.reason === 'wrong_password')).toHaveLength(
      ofMail.free,
    );
    expect(await change(old, fresh)).toMatchObject({
      ok: false,
      reason: 'rate_limited',
      waitSeconds: expect.any(Number),
    });
    expect(await opens(old)).toBe(true);
  });

  it('waits for none of a stranger’s at the door, and keeps nobody waiting there', async () => {
    const { email, change } = await someone();
    for (let n = 0; n <= ofMail.free; n += 1) await countTry(base.db, { email, address: null });
    expect(await change(old, fresh)).toMatchObject({ ok: true });

    const { email: another, change: tries } = await someone();
    for (let n = 0; n < ofMail.free; n += 1) await tries('otra cosa', fresh);
    expect(await reasonOf(knock(another, old))).toBe('let in');
  });
});

describe('what was had by the former password', () => {
  it('makes no browser known any more', async () => {
    const { email, proven, change } = await someone();
    const cookie = knownBrowserSetCookie(null, proven, false).split(';')[0]!;
    const strangersFail = async () => {
      for (let n = 0; n <= ofMail.free; n += 1) await countTry(base.db, { email, address: null });
    };
    await strangersFail();
    expect(await reasonOf(knock(email, old, { cookie }))).toBe('let in');
    await change(old, fresh);
    await strangersFail();
    expect(await reasonOf(knock(email, fresh, { cookie }))).toMatch(/^rate_limited:/);
  });

  it('begins no session, not even one that was proven just before', async () => {
    const { account, proven, change, open } = await someone();
    const hash = await hashPassword(fresh);
    // A change that has been written and is not yet committed.
    const late = await base.admin.begin(async (sql) => {
      await sql`UPDATE users SET password_hash = ${hash} WHERE id = ${account.id}`;
      const begun = startSession(base.db, proven, 'Chrome · Windows');
      await someoneWaits(base.admin);
      return { begun };
    });
    expect(await late.begun).toBeNull();
    expect(await open()).toHaveLength(2);
    expect(await change(old, fresh)).toEqual(wrong);
  });
});
