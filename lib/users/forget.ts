import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { ofMail } from './policy';

const batchMax = 1_000;
/** A bound on one run; what is left waits for the next. */
const batchesMax = 100;

/** Removes failed sign-ins that count no more, and sessions that are over. @returns how many. */
export async function forgetSignIns(db: Db): Promise<number> {
  const failures = await inBatches(
    db,
    sql`DELETE FROM sign_in_failures WHERE key IN (
      SELECT key FROM sign_in_failures
      WHERE failed_at < clock_timestamp() - ${ofMail.forgottenAfterSeconds} * interval '1 second'
      LIMIT ${batchMax} FOR UPDATE SKIP LOCKED) RETURNING key`,
  );
  const sessions = await inBatches(
    db,
    sql`DELETE FROM user_sessions WHERE id IN (
      SELECT id FROM user_sessions
      WHERE expires_at < clock_timestamp() OR revoked_at < clock_timestamp() - interval '1 day'
      LIMIT ${batchMax} FOR UPDATE SKIP LOCKED) RETURNING id`,
  );
  return failures + sessions;
}

async function inBatches(db: Db, statement: SQL): Promise<number> {
  let forgotten = 0;
  for (let batches = 0; batches < batchesMax; batches += 1) {
    const { length } = await db.execute(statement);
    forgotten += length;
    if (length < batchMax) break;
  }
  return forgotten;
}
