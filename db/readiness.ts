import { sql } from 'drizzle-orm';
import type { Db } from './client';
import journal from './migrations/meta/_journal.json' with { type: 'json' };

/** The role that connections take on does not exist: not one migration has run. */
const roleMissing = '22023';

/**
 * The migrations that this build needs and the database has not had, oldest first.
 * @throws the driver's error when the database does not answer.
 */
export async function missingMigrations(db: Db): Promise<string[]> {
  const applied = await appliedAt(db);
  return journal.entries.filter(({ when }) => !applied.has(when)).map(({ tag }) => tag);
}

/** When each applied migration was written: how drizzle tells them apart, in milliseconds. */
async function appliedAt(db: Db): Promise<Set<number>> {
  try {
    const [table] = await db.execute(
      sql`SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS present`,
    );
    if (!table?.present) return new Set();
    const rows = await db.execute(sql`SELECT created_at FROM drizzle.__drizzle_migrations`);
    return new Set(rows.map((row) => Number(row.created_at)));
  } catch (error) {
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    if (reason instanceof Error && 'code' in reason && reason.code === roleMissing)
      return new Set();
    throw error;
  }
}
