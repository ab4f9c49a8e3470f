import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { processWide } from '@/lib/process-wide';
import { authOptions } from './auth-options';
import { countTry } from './failures';
import { knownBrowserSetCookie } from './known-browser';
import { ofMail, ofNetwork } from './policy';
import { registerBuyer } from './service';
import { knock, reasonOf } from './testing/door';

let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
  processWide('connection', () => ({ sql: base.sql, db: base.db }));
});
afterAll(() => base.drop());

const password = 'telón de terciopelo';
const waits = /^rate_limited:\d+$/;
let people = 0;

/** Somebody with an account, and the cookie of a browser that has signed in to it. */
async function someone() {
  const email = `conocida${++people}@example.org`;
  const account = await registerBuyer(base.db, { email, name: 'Ana', password });
  if (!account) throw new Error(`${email} was taken`);
  return { email, account, cookie: cookieOf(account) };
}
const other = { email: 'otra@example.org', passwordHash: 'none' };
const cookieOf = (owner: typeof other, jar: string | null = null) =>
  knownBrowserSetCookie(jar, owner, false).split(';')[0]!;

/** One try at the door, with its cookie and from its network. */
function enter(email: string, given: string, { cookie = '', from = '' } = {}): Promise<string> {
  const headers = { ...(cookie && { cookie }), ...(from && { 'x-forwarded-for': from }) };
  return reasonOf(knock(email, given, headers));
}
/** Failures that are nobody's in particular, counted without the cost of a hash. */
async function strangersFail(email: string, times: number, address: string | null = null) {
  for (let i = 0; i < times; i += 1) await countTry(base.db, { email, address });
}
/** Whatever has to wait has an hour to wait: no hash takes so long. */
const waitLong = () => base.admin`
  UPDATE sign_in_failures SET blocked_until = clock_timestamp() + interval '1 hour'
  WHERE failures >= ${ofMail.free}`;

describe('the browser that an account has signed in with', () => {
  it('is let in at once while thirty failures of a stranger keep the address waiting', async () => {
    const { email, cookie } = await someone();
    const answers: string[] = [];
    for (let i = 0; i < 30; i += 1) answers.push(await enter(email, `guess ${i}`));
    expect(answers.filter((reason) => waits.test(reason))).toHaveLength(30 - ofMail.free);
    await waitLong();

    expect(await enter(email.toUpperCase(), password, { cookie })).toBe('let in');
    // Its sign-in gives the stranger nothing back.
    expect(await enter(email, password)).toMatch(waits);
  });

  it('is slowed down by its own failures as an address is, and keeps nobody else waiting', async () => {
    const { email, account, cookie } = await someone();
    for (let i = 0; i < ofMail.free; i += 1)
      expect(await enter(email, 'otra cosa', { cookie })).toBe('wrong_credentials');
    expect(await enter(email, password, { cookie })).toMatch(waits);
    await waitLong();
    expect(await enter(email, password, { cookie: cookieOf(account) })).toBe('let in');
    expect(await enter(email, password)).toBe('let in');
    expect(await enter(email, password, { cookie })).toMatch(waits);
  });

  it('has no more tries of a hundred at once, from wherever they come', async () => {
    const { email, cookie } = await someone();
    const burst = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        enter(email, `guess ${i}`, { cookie, from: `198.51.100.${i}` }),
      ),
    );
    expect(burst.filter((reason) => reason === 'wrong_credentials')).toHaveLength(ofMail.free);
    expect(burst.filter((reason) => waits.test(reason))).toHaveLength(100 - ofMail.free);
  });

  it('starts afresh after each sign-in', async () => {
    const { email, cookie } = await someone();
    for (let round = 0; round < 2; round += 1) {
      for (let i = 1; i < ofMail.free; i += 1) await enter(email, 'otra cosa', { cookie });
      expect(await enter(email, password, { cookie })).toBe('let in');
    }
  });

  it('is told of whoever has signed in, and only of them', async () => {
    const entered: string[] = [];
    const { signIn } = authOptions((email) => entered.push(email)).events!;
    const account = null;
    await signIn!({ user: { id: '1', email: 'ana@example.org', sessionId: '2' }, account });
    await signIn!({ user: { id: '1', sessionId: '2' }, account });
    expect(entered).toEqual(['ana@example.org']);
  });
});

describe('a cookie', () => {
  const swap = (cookie: string, at: number) =>
    cookie.slice(0, at) + (cookie[at] === 'A' ? 'B' : 'A') + cookie.slice(at + 1);
  const start = 'butaca_known='.length;
  const worthless: [string, (cookie: string) => string][] = [
    ['of another account', () => cookieOf(other)],
    ['whose mark was changed', (cookie) => swap(cookie, start)],
    ['whose signature was changed', (cookie) => swap(cookie, cookie.length - 1)],
    [
      'made up, of the right form',
      () => `butaca_known=${randomBytes(49).toString('base64url').slice(0, 65)}`,
    ],
    ['cut short', (cookie) => cookie.slice(0, -1)],
    ['too long', (cookie) => `${cookie}A`],
    [
      'of five accounts',
      (cookie) => [cookie, ...Array<string>(4).fill(cookie.slice(start))].join('.'),
    ],
    ['of ten thousand characters', (cookie) => cookie + '.'.repeat(10_000)],
    ['empty', () => 'butaca_known='],
    ['without a value', () => 'butaca_known'],
    ['that is not ASCII', () => `butaca_known=${'ñ'.repeat(65)}`],
    ['with a zero byte', (cookie) => `${cookie}\0`],
    ['of another name', (cookie) => cookie.replace('known', 'knows')],
  ];

  it.each(worthless)('%s is worth nothing, and does no harm', async (_, made) => {
    const { email, cookie } = await someone();
    expect(await enter(email, password, { cookie: made(cookie) })).toBe('let in');
    await strangersFail(email, ofMail.free + 1);
    expect(await enter(email, password, { cookie: made(cookie) })).toMatch(waits);
    expect(await enter(email, password, { cookie })).toBe('let in');
  });

  it('beside those of other accounts is worth as much', async () => {
    const { email, account } = await someone();
    const cookie = cookieOf(other, cookieOf(account));
    await strangersFail(email, ofMail.free);
    expect(await enter(email, password, { cookie })).toBe('let in');
  });
});

describe('the network of a known browser', () => {
  it('keeps it not waiting for its neighbours’ failures, but goes on doing so to the unknown', async () => {
    const from = '203.0.113.20';
    const { email, cookie } = await someone();
    for (let i = 0; i < ofNetwork.free; i += 1)
      await strangersFail(`nadie${i}@example.org`, 1, from);
    await waitLong();
    expect(await enter(email, password, { from })).toMatch(waits);
    expect(await enter(email, password, { cookie, from })).toBe('let in');
    // The sign-in takes none of the neighbours' failures back.
    expect(await enter(email, password, { from })).toMatch(waits);
  });

  it('is not used up by a neighbour who only asks and asks', async () => {
    const from = '203.0.113.21';
    const { email, cookie } = await someone();
    for (let i = 0; i < 40; i += 1) await enter('nadie@example.org', 'otra cosa', { from });
    expect(await enter(email, password, { from })).toMatch(waits);
    expect(await enter(email, password, { cookie, from })).toBe('let in');
  });

  it('does not wait for its failures', async () => {
    const from = '203.0.113.22';
    const { email, cookie } = await someone();
    for (let i = 1; i < ofNetwork.free; i += 1)
      await strangersFail(`nadie${i}@example.org`, 1, from);
    for (let i = 0; i < ofMail.free; i += 1) await enter(email, 'otra cosa', { cookie, from });
    expect(await enter(email, password, { from })).toBe('let in');
  });
});

it('what is kept of a known browser’s failures names neither account nor mark', async () => {
  const { email, cookie } = await someone();
  await base.admin`TRUNCATE sign_in_failures`;
  await enter(email, 'otra cosa', { cookie });
  const kept = await base.admin`SELECT key FROM sign_in_failures`;
  expect(kept).toEqual([{ key: expect.stringMatching(/^[\w-]{43}$/) }]);
  expect(cookie).not.toContain(kept[0]!.key);
});
