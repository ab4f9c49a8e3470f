import { createHmac } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { config } from '@/lib/config';
import { networkOf } from '@/lib/http/network';
import { ofMail, ofNetwork, type Slowing } from './policy';

/** What is tried, and from where. */
export type Try = {
  email: string;
  /** null where no proxy tells it. */
  address: string | null;
  /** The mark of a browser that the account has signed in with before. */
  browser?: string | null;
};

/**
 * Counts a try as failed before it is decided, so that a burst of them passes no limit; a success
 * takes it back. The network's wait comes first: what it refuses does not count against the account.
 * A known browser answers for itself alone, so that no stranger's failures keep it waiting.
 * @returns 0, or the whole seconds to wait before anything is tried.
 */
export async function countTry(db: Db, tried: Try): Promise<number> {
  const { own, network } = keysOf(tried);
  const [counted] = await db.execute<{ admitted: boolean }>(sql`
    WITH at_network AS (${count(network, ofNetwork, sql`${network}::text IS NOT NULL`)}),
      at_own AS (${count(
        own,
        ofMail,
        sql`${network}::text IS NULL OR EXISTS (SELECT FROM at_network)`,
      )})
    SELECT EXISTS (SELECT FROM at_own) AS admitted`);
  if (counted?.admitted) return 0;
  const [wait] = await db.execute<{ seconds: number | null }>(sql`
    SELECT ceil(extract(epoch FROM max(blocked_until) - clock_timestamp()))::int AS seconds
    FROM sign_in_failures WHERE key IN (${own}, ${network})`);
  return Math.max(1, wait?.seconds ?? 1);
}

/** In a `WITH`: one failure more of the key, unless it waits. Returns a row if it was counted. */
function count(key: string | null, slowing: Slowing, asked: SQL): SQL {
  const failures = sql`CASE
    WHEN f.failed_at < clock_timestamp() - ${slowing.forgottenAfterSeconds} * interval '1 second'
    THEN 1 ELSE f.failures + 1 END`;
  // As `waitSeconds` of the policy says, in the statement that counts.
  const seconds = sql`CASE WHEN ${failures} < ${slowing.free}::int THEN 0 ELSE
    least(${slowing.firstSeconds}::float8 * power(2, least(${failures} - ${slowing.free}::int, 30)),
      ${slowing.mostSeconds}::float8) END`;
  return sql`
    INSERT INTO sign_in_failures AS f (key, failures, failed_at, blocked_until)
    SELECT ${key}, 1, clock_timestamp(), clock_timestamp() WHERE ${asked}
    ON CONFLICT (key) DO UPDATE SET failures = ${failures}, failed_at = clock_timestamp(),
      blocked_until = clock_timestamp() + (${seconds}) * interval '1 second'
    WHERE f.blocked_until <= clock_timestamp() RETURNING key`;
}

/** The try was a good one: account or browser starts afresh, the network has one failure less. */
export async function takeBack(db: Db, tried: Try): Promise<void> {
  const { own, network } = keysOf(tried);
  await db.execute(sql`
    WITH at_own AS (DELETE FROM sign_in_failures WHERE key = ${own})
    UPDATE sign_in_failures SET failures = greatest(failures - 1, 0),
      blocked_until = CASE WHEN failures <= ${ofNetwork.free}::int THEN clock_timestamp()
        ELSE blocked_until END
    WHERE key = ${network}`);
}

/** Addresses are kept as keyed hashes: who reads the table learns neither whose mail nor from where. */
function keysOf({ email, address, browser }: Try): { own: string; network: string | null } {
  const hash = (what: string) =>
    createHmac('sha256', config().authSecret).update(what).digest('base64url');
  if (browser) return { own: hash(`sign-in browser ${browser}`), network: null };
  return {
    own: hash(`sign-in mail ${email}`),
    network: address && hash(`sign-in network ${networkOf(address)}`),
  };
}
