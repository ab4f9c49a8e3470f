import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { textArray } from '@/lib/sql';
import { encodeChanges, type LiveChanges, liveChannel } from './schema';

/**
 * Tells every process what the open transaction changed; heard only if it commits, in the order of
 * commits. One statement, whatever the number of changes.
 */
export async function announce({ db }: Pick<Context, 'db'>, changes: LiveChanges[]): Promise<void> {
  const payloads = changes.flatMap(encodeChanges);
  if (payloads.length === 0) return;
  await db.execute(sql`
    SELECT pg_notify(${liveChannel}, payload) FROM unnest(${textArray(payloads)}) AS payload`);
}
