import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { epochMs, textArray } from '@/lib/sql';
import { cartChannel, cartTag } from './cart-bells';
import { encodeChanges, type LiveChanges, liveChannel } from './schema';

/**
 * Tells every process what the open transaction changed; heard only if it commits, in the order of
 * commits. One statement, whatever the number of changes.
 */
export async function announce({ db }: Pick<Context, 'db'>, changes: LiveChanges[]): Promise<void> {
  const payloads = changes.flatMap(encodeChanges);
  if (payloads.length === 0) return;
  await db.execute(sql`
    SELECT pg_notify(${liveChannel}, payload || ' t' || ${epochMs(sql`clock_timestamp()`)}) FROM unnest(${textArray(payloads)}) AS payload`);
}

/** Tags of one notification: PostgreSQL refuses a payload of 8000 bytes and more. */
const tagsMax = 300;

/** Tells the open pages of these sessions that somebody else changed their carts. */
export async function announceCarts(
  { db, tenantId }: Context,
  sessionKeys: string[],
): Promise<void> {
  const payloads: string[] = [];
  for (let at = 0; at < sessionKeys.length; at += tagsMax) {
    const some = sessionKeys.slice(at, at + tagsMax);
    payloads.push(some.map((key) => cartTag(tenantId, key)).join(' '));
  }
  await db.execute(sql`
    SELECT pg_notify(${cartChannel}, payload) FROM unnest(${textArray(payloads)}) AS payload`);
}
