import { eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { users } from '@/db/schema/tenants';
import { config } from '@/lib/config';
import type { Account, OpenSession, ProvenUser, SignedInUser } from './schema';
import { readToken, sessionToken } from './session-token';

/** The account of an address in lower case, with its password's hash. */
export async function accountByEmail(db: Db, email: string): Promise<ProvenUser | null> {
  const [account] = await db
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      passwordHash: users.passwordHash,
    })
    .from(users)
    .where(eq(users.email, email));
  return account ?? null;
}

/**
 * Who the raw `Cookie` header says is signed in. Costs nothing when nobody is, and no query when
 * somebody is: whoever shows what is private asks `accountOfSession` or `standingOf` besides.
 */
export async function userFromCookies(cookieHeader: string | null): Promise<SignedInUser | null> {
  const token = sessionToken(cookieHeader);
  return token ? readToken(token, config().authSecret) : null;
}

/** The id of the account that the raw `Cookie` header is signed in to. */
export async function userIdFromCookies(cookieHeader: string | null): Promise<string | null> {
  return (await userFromCookies(cookieHeader))?.id ?? null;
}

/** As `userFromCookies`, for what is private: null also when the session was ended elsewhere. */
export async function accountFromCookies(
  db: Db,
  cookieHeader: string | null,
): Promise<Account | null> {
  const user = await userFromCookies(cookieHeader);
  return user && accountOfSession(db, user);
}

/** The account, if the session that its token names is still open. */
export async function accountOfSession(db: Db, user: SignedInUser): Promise<Account | null> {
  const [account] = await db.execute<Omit<Account, 'sessionId'>>(sql`
    WITH ${openSessionOf(user)}
    SELECT u.id, u.email, u.name, EXISTS (SELECT FROM memberships_of_user(u.id)) AS "onTeam"
    FROM open_session s JOIN users u ON u.id = s.user_id`);
  return account ? { ...account, sessionId: user.sessionId } : null;
}

/** How long nobody writes down again that a session was seen. */
const seenEveryMinutes = 5;

/**
 * For a `WITH`: `open_session (user_id)`, one row if the session is the account's, not ended and not
 * over. In the same statement it is written down as seen, now and then.
 */
export function openSessionOf({ id, sessionId }: SignedInUser): SQL {
  const isOpen = sql`s.id = ${sessionId}::uuid AND s.user_id = ${id}::uuid
    AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp()`;
  return sql`open_session AS (SELECT s.user_id FROM user_sessions s WHERE ${isOpen}),
    seen AS (UPDATE user_sessions s SET seen_at = clock_timestamp() WHERE ${isOpen}
      AND s.seen_at < clock_timestamp() - ${seenEveryMinutes} * interval '1 minute')`;
}

/** More than anybody's; who has signed in more often sees the newest. */
const sessionsMax = 50;

/** The account's open sessions, the one seen last first. */
export async function openSessions(db: Db, userId: string): Promise<OpenSession[]> {
  return await db.execute<OpenSession>(sql`
    SELECT id, device, extract(epoch FROM clock_timestamp() - created_at)::float8 AS "ageSeconds",
      extract(epoch FROM clock_timestamp() - seen_at)::float8 AS "idleSeconds"
    FROM user_sessions
    WHERE user_id = ${userId}::uuid AND revoked_at IS NULL AND expires_at > clock_timestamp()
    ORDER BY seen_at DESC, id LIMIT ${sessionsMax}`);
}
