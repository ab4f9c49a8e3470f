import { sql } from 'drizzle-orm';
import { type Context, inTenant } from '@/lib/context';
import { databaseErrorCode } from '@/lib/transient';

/** query_canceled: a statement came to its own timeout. */
const cancelled = '57014';

/**
 * What the work comes to, or null where one of its statements takes longer than `mostMs`. Any other
 * error is thrown on.
 */
export async function inTime<C extends Context, T>(
  ctx: C,
  mostMs: number,
  work: (inside: C) => Promise<T>,
): Promise<T | null> {
  try {
    return await inTenant(ctx, async (inside) => {
      const [former] = await inside.db.execute<{ most: string }>(
        sql`SELECT current_setting('statement_timeout') AS most`,
      );
      await allow(inside, `${mostMs}ms`);
      const done = await work(inside);
      // Set in a savepoint it would hold for the rest of the transaction around it.
      await allow(inside, former?.most ?? '0');
      return done;
    });
  } catch (error) {
    if (databaseErrorCode(error) === cancelled) return null;
    throw error;
  }
}

const allow = ({ db }: Context, most: string) =>
  db.execute(sql`SELECT set_config('statement_timeout', ${most}, true)`);
