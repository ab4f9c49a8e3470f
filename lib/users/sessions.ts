import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '@/db/client';
import type { ProvenUser } from './schema';

/** How long a sign-in lasts, unless it is ended: as long as the token in its cookie. */
export const sessionSeconds = 30 * 24 * 3_600;

/**
 * Writes down that somebody signed in, and with what. The account is held meanwhile: a change of its
 * password comes after that and ends this session, or before and there is none.
 * @returns the session's id, for its token; null when the password has been changed since
 */
export async function startSession(
  db: Db,
  user: Pick<ProvenUser, 'id' | 'passwordHash'>,
  device: string,
): Promise<string | null> {
  const id = uuidv7();
  const rows = await db.execute(sql`
    INSERT INTO user_sessions (id, user_id, expires_at, device)
    SELECT ${id}::uuid, u.id, clock_timestamp() + ${sessionSeconds} * interval '1 second', ${device}
    FROM users u WHERE u.id = ${user.id} AND u.password_hash = ${user.passwordHash} FOR SHARE
    RETURNING id`);
  return rows.length > 0 ? id : null;
}

/** A token is about to be made anew: its session lasts as long. @returns false when it is over. */
export async function prolongSession(db: Db, sessionId: string): Promise<boolean> {
  const rows = await db.execute(sql`
    UPDATE user_sessions SET seen_at = clock_timestamp(),
      expires_at = clock_timestamp() + ${sessionSeconds} * interval '1 second'
    WHERE id = ${sessionId} AND revoked_at IS NULL AND expires_at > clock_timestamp() RETURNING id`);
  return rows.length > 0;
}

/** Ends one session of the account; of another account's, nothing. Ended already: nothing more. */
export async function endSession(db: Db, userId: string, sessionId: string): Promise<void> {
  await db.execute(sql`
    UPDATE user_sessions SET revoked_at = clock_timestamp()
    WHERE id = ${sessionId} AND user_id = ${userId} AND revoked_at IS NULL`);
}

/** Ends every session of the account but that one. @returns how many. */
export async function endOtherSessions(db: Db, userId: string, kept: string): Promise<number> {
  const rows = await db.execute(sql`
    UPDATE user_sessions SET revoked_at = clock_timestamp()
    WHERE user_id = ${userId} AND id <> ${kept} AND revoked_at IS NULL
      AND expires_at > clock_timestamp() RETURNING id`);
  return rows.length;
}
