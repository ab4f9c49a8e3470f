import { and, asc, eq } from 'drizzle-orm';
import { memberships } from '@/db/schema/tenants';
import { type Context, inTenant, type StaffContext } from '@/lib/context';
import { DomainError } from '@/lib/errors';

/**
 * Every change of a team begins here. The owners' rows, always in one order, make such changes wait
 * for each other: without that, two owners who demote each other at once would leave none.
 * @param ctx inside `inTenant`
 * @returns the ids of who is an owner once the rows are ours
 */
export async function lockOwners({ db, tenantId }: Context): Promise<string[]> {
  const owners = await db
    .select({ id: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.tenantId, tenantId), eq(memberships.role, 'owner')))
    .orderBy(asc(memberships.userId))
    .for('update');
  return owners.map(({ id }) => id);
}

/**
 * A change that only an owner makes, asked for again where it is made.
 * @throws DomainError `forbidden`.
 */
export function asOwner<T>(
  ctx: StaffContext,
  change: (inside: StaffContext, owners: string[]) => Promise<T>,
): Promise<T> {
  return inTenant(ctx, async (inside) => {
    const owners = await lockOwners(inside);
    if (!owners.includes(inside.actor.userId)) throw new DomainError('forbidden');
    return change(inside, owners);
  });
}
