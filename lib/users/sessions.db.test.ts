import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import { standingOf } from '@/lib/staff/queries';
import { accountOfSession, openSessions } from './queries';
import type { SignedInUser } from './schema';
import { endOtherSessions, endSession, prolongSession, startSession } from './sessions';
import { signedIn, staffMember } from './testing/sign-in';

let base: TestDatabase;
let hall: Hall;
beforeAll(async () => {
  base = await testDatabase();
  hall = await createHall(base.admin);
});
afterAll(() => base.drop());

/** A manager of the hall, as the token tells it. */
async function manager(): Promise<SignedInUser> {
  const {
    userId: id,
    sessionId,
    email,
    name,
  } = await staffMember(base.admin, hall.tenantId, 'manager');
  return { id, sessionId, email, name };
}
/** Another browser of theirs; an account that the tests write has no password. */
const open = async ({ id }: SignedInUser, device: string) => {
  const session = await startSession(base.db, { id, passwordHash: 'none' }, device);
  if (!session) throw new Error('The session was not begun.');
  return session;
};
const roleOf = async (user: SignedInUser) => {
  const { signedIn, member } = await standingOf(base.db, hall.tenantId, user);
  return signedIn ? (member?.role ?? 'stranger') : 'signed out';
};

describe('a session', () => {
  it('is listed with its device, the one seen last first, and ends when its owner says so', async () => {
    const user = await manager();
    const phone = await open(user, 'Firefox · Android');
    expect(await openSessions(base.db, user.id)).toMatchObject([
      { id: phone, device: 'Firefox · Android' },
      { id: user.sessionId, device: 'Firefox · Linux' },
    ]);

    await endSession(base.db, user.id, phone);

    expect((await openSessions(base.db, user.id)).map(({ id }) => id)).toEqual([user.sessionId]);
    expect(await accountOfSession(base.db, { ...user, sessionId: phone })).toBeNull();
    expect(await roleOf({ ...user, sessionId: phone })).toBe('signed out');
    expect(await accountOfSession(base.db, user)).toEqual({ ...user, onTeam: true });
    expect(await roleOf(user)).toBe('manager');
  });

  it('ends with all the others, and the one at hand stays', async () => {
    const user = await manager();
    const others = [await open(user, ''), await open(user, 'Chrome · Windows')];
    const stranger = await manager();
    expect(await endOtherSessions(base.db, user.id, user.sessionId)).toBe(2);
    expect(await endOtherSessions(base.db, user.id, user.sessionId)).toBe(0);
    for (const sessionId of others) expect(await roleOf({ ...user, sessionId })).toBe('signed out');
    expect([await roleOf(user), await roleOf(stranger)]).toEqual(['manager', 'manager']);
  });

  it('is nobody else’s to end, nor to use', async () => {
    const [mine, theirs] = [await manager(), await manager()];
    await endSession(base.db, mine.id, theirs.sessionId);
    expect(await roleOf(theirs)).toBe('manager');
    expect(await roleOf({ ...mine, sessionId: theirs.sessionId })).toBe('signed out');
  });

  it('is over in its time, and is not brought back by a token made anew', async () => {
    const user = await manager();
    expect(await prolongSession(base.db, user.sessionId)).toBe(true);
    await base.admin`
      UPDATE user_sessions SET expires_at = clock_timestamp() WHERE id = ${user.sessionId}`;
    expect(await roleOf(user)).toBe('signed out');
    expect(await accountOfSession(base.db, user)).toBeNull();
    expect(await openSessions(base.db, user.id)).toEqual([]);
    expect(await prolongSession(base.db, user.sessionId)).toBe(false);
  });

  it('is open, but of no team, for who left it; nothing else ends with the membership', async () => {
    const user = await manager();
    await base.admin`DELETE FROM memberships WHERE user_id = ${user.id}`;
    expect(await roleOf(user)).toBe('stranger');
    expect(await accountOfSession(base.db, user)).toEqual({ ...user, onTeam: false });
  });

  it('is written down as seen once in five minutes, however many ask at once', async () => {
    const user = await manager();
    const seen = async () => {
      const [row] = await base.admin`
        SELECT seen_at, xmin::text AS version FROM user_sessions WHERE id = ${user.sessionId}`;
      return row!;
    };
    const fresh = await seen();
    await Promise.all([roleOf(user), accountOfSession(base.db, user)]);
    expect(await seen()).toEqual(fresh);

    await base.admin`
      UPDATE user_sessions SET seen_at = clock_timestamp() - interval '301 seconds'
      WHERE id = ${user.sessionId}`;
    const old = await seen();
    await roleOf(user);
    const moved = await seen();
    expect(moved.seen_at.getTime() - old.seen_at.getTime()).toBeGreaterThan(300_000);
    await Promise.all(Array.from({ length: 8 }, () => roleOf(user)));
    expect(await seen()).toEqual(moved);
  });

  it('of a buyer is no team’s', async () => {
    const { userId: id, sessionId, email, name } = await signedIn(base.admin);
    const buyer = { id, sessionId, email, name };
    expect(await accountOfSession(base.db, buyer)).toEqual({ ...buyer, onTeam: false });
    expect(await roleOf(buyer)).toBe('stranger');
  });
});
