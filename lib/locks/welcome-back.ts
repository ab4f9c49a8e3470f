import type { Context } from '@/lib/context';
import { withRetry } from '@/lib/transient';
import { resumeLocks } from './abandon';
import { abandonedSessions, type Carts, readCartsOf } from './status';

/**
 * To ask is to be here: resumes what the sessions of these carts had abandoned within the grace.
 * @returns the carts as they are then; the same ones when nobody had left.
 * @throws DomainError `unavailable`.
 */
export async function welcomeBack(ctx: Context, carts: Carts): Promise<Carts> {
  const back = abandonedSessions(carts);
  if (back.length === 0) return carts;
  for (const sessionKey of back) {
    const actor = { kind: 'buyer', sessionKey, userId: null } as const;
    await withRetry(() => resumeLocks({ ...ctx, actor }));
  }
  return withRetry(() => readCartsOf(ctx, [...carts.rows.keys()]));
}
