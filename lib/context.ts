import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { DeviceKind } from './http/device';
import type { Role } from './staff/schema';
import { withoutValues } from './statement-error';

/** Where a request came from, as far as it may be kept. */
export type Client = {
  /** Keyed hash of the network address. */
  addressHash: string | null;
  device: DeviceKind | null;
};

/**
 * Who asks: the anonymous session, the account, or the product's own jobs. `isNew`: this request
 * opened the session, so that nobody else can know its key yet.
 */
export type Actor =
  | {
      kind: 'buyer';
      sessionKey: string;
      userId: string | null;
      isNew?: boolean;
      client?: Client;
    }
  | { kind: 'staff'; userId: string; name: string; role: Role }
  | { kind: 'system' };

/** What every query and service takes first. `db` is the client or an open transaction. */
export type Context<A extends Actor = Actor> = { db: Db; tenantId: number; actor: A };
export type BuyerContext = Context<Extract<Actor, { kind: 'buyer' }>>;
export type StaffContext = Context<Extract<Actor, { kind: 'staff' }>>;

export function isBuyer(ctx: Context): ctx is BuyerContext {
  return ctx.actor.kind === 'buyer';
}

/**
 * Runs `work` in a transaction that sees only the context's tenant; inside an open one, in a
 * savepoint of it. Needed by every statement on a tenant's table: without it row-level security
 * shows nothing.
 */
export async function inTenant<C extends Context, T>(
  ctx: C,
  work: (ctx: C) => Promise<T>,
): Promise<T> {
  try {
    return await ctx.db.transaction(async (tx) => {
      await tx.execute(sql`SELECT set_config('app.tenant_id', ${String(ctx.tenantId)}, true)`);
      return work({ ...ctx, db: tx as Db });
    });
  } catch (error) {
    throw withoutValues(error);
  }
}
