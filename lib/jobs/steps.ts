import { and, eq } from 'drizzle-orm';
import { jobSteps } from '@/db/schema/outbox';
import { type Context, inTenant } from '@/lib/context';
import type { Json, Step } from './handler';

/**
 * Steps remembered in the database: a retry, in this process or after a restart, gets the stored
 * result of each step that finished and goes on from the first that did not.
 */
export function storedSteps(ctx: Context, eventId: string): Step {
  return {
    async run<T extends Json>(id: string, work: () => Promise<T>): Promise<T> {
      const before = await storedResult(ctx, eventId, id);
      if (before) return before.result as T;
      const result = await work();
      await inTenant(ctx, ({ db, tenantId }) =>
        db
          .insert(jobSteps)
          .values({ tenantId, eventId, step: id, result })
          // Finished twice, after a claim that ran out: the first result stands.
          .onConflictDoNothing(),
      );
      const stored = await storedResult(ctx, eventId, id);
      return (stored ? stored.result : result) as T;
    },
  };
}

function storedResult(
  ctx: Context,
  eventId: string,
  step: string,
): Promise<{ result: unknown } | undefined> {
  return inTenant(ctx, async ({ db, tenantId }) => {
    const [row] = await db
      .select({ result: jobSteps.result })
      .from(jobSteps)
      .where(
        and(
          eq(jobSteps.tenantId, tenantId),
          eq(jobSteps.eventId, eventId),
          eq(jobSteps.step, step),
        ),
      );
    return row;
  });
}
