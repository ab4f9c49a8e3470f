import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '@/db/client';
import { cartItemLocks } from '@/db/schema/locks';
import { orders } from '@/db/schema/orders';
import { users } from '@/db/schema/tenants';
import { type BuyerContext, inTenant } from '@/lib/context';
import { listTenants } from '@/lib/tenants/queries';
import { withRetry } from '@/lib/transient';
import { hashPassword, pretendToVerify, verifyPassword } from './password';
import { accountByEmail } from './queries';
import type { Credentials, ProvenUser, Registration } from './schema';

export { changePassword } from './change-password';
export { forgetSignIns } from './forget';

/** The account that the address and the password open together; null when they open none. */
export async function verifyCredentials(
  db: Db,
  { email, password }: Credentials,
): Promise<ProvenUser | null> {
  const account = await accountByEmail(db, email);
  if (!account) {
    await pretendToVerify(password);
    return null;
  }
  if (!(await verifyPassword(password, account.passwordHash))) return null;
  return account;
}

/** A new buyer's account; null when the address has one already. */
export async function registerBuyer(
  db: Db,
  { email, name, password }: Registration,
): Promise<ProvenUser | null> {
  const passwordHash = await hashPassword(password);
  const [user] = await db
    .insert(users)
    .values({ id: uuidv7(), email, name, passwordHash })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id, email: users.email, name: users.name });
  return user ? { ...user, passwordHash } : null;
}

/**
 * The anonymous cart follows its buyer into the account: live locks and orders of the session
 * become the user's, at every organizer. What is another account's stays so.
 * @throws DomainError `unavailable`.
 */
export async function adoptSession(db: Db, sessionKey: string, userId: string): Promise<void> {
  for (const tenant of await listTenants(db)) {
    const actor = { kind: 'buyer', sessionKey, userId } as const;
    const ctx: BuyerContext = { db, tenantId: tenant.id, actor };
    await withRetry(() => inTenant(ctx, adopt));
  }
}

/** Orders before locks, as a payment takes them: the two may come at the same moment. */
async function adopt({ db, tenantId, actor }: BuyerContext): Promise<void> {
  const { sessionKey, userId } = actor;
  await db
    .update(orders)
    .set({ userId })
    .where(
      and(eq(orders.tenantId, tenantId), eq(orders.sessionKey, sessionKey), isNull(orders.userId)),
    );
  await db
    .update(cartItemLocks)
    .set({ userId })
    .where(
      and(
        eq(cartItemLocks.tenantId, tenantId),
        eq(cartItemLocks.sessionKey, sessionKey),
        eq(cartItemLocks.status, 'active'),
        gt(cartItemLocks.expiresAt, sql`clock_timestamp()`),
        isNull(cartItemLocks.userId),
      ),
    );
}
