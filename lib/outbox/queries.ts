import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';

/** How long the oldest event that was not delivered yet has waited, over all tenants; 0 when none. */
export async function outboxOldestSeconds(db: Db): Promise<number> {
  const [row] = await db.execute<{ seconds: number }>(
    sql`SELECT outbox_oldest_seconds() AS seconds`,
  );
  return row?.seconds ?? 0;
}
