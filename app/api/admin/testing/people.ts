import type postgres from 'postgres';
import type { Hall } from '@/db/testing/hall';
import { may } from '@/lib/staff/policy';
import { type Permission, type Role, roles } from '@/lib/staff/schema';
import { signedIn, signInAgain, staffMember } from '@/lib/users/testing/sign-in';

export type Caller = {
  /** In words, for what the test says. */
  who: string;
  cookie: string;
  /** What they are told; null: they may come in, if their role reaches. */
  refusal: Refusal | null;
  role?: Role;
};
export type Refusal = 'signed out' | 'not found' | 'forbidden';

/** Everybody who may knock at the house: each role of its team, and all those who are not on it. */
export async function everybody(sql: postgres.Sql, house: Hall, other: Hall): Promise<Caller[]> {
  const team = await Promise.all(
    roles.map(async (role) => {
      const { cookie } = await staffMember(sql, house.tenantId, role);
      return { who: `its ${role}`, cookie, refusal: null, role };
    }),
  );
  const strangers = await Promise.all(
    (['owner', 'manager'] as const).map((role) => staffMember(sql, other.tenantId, role)),
  );
  const buyer = await signedIn(sql);
  return [
    ...team,
    { who: 'nobody signed in', cookie: '', refusal: 'signed out' },
    ...(await signedOut(sql, house)),
    ...strangers.map(({ name, cookie }) => ({
      who: `another house: ${name}`,
      cookie,
      refusal: 'not found' as const,
    })),
    { who: 'a buyer', cookie: buyer.cookie, refusal: 'not found' },
  ];
}

/** An owner's cookies that open nothing any more, or never did. */
async function signedOut(sql: postgres.Sql, house: Hall): Promise<Caller[]> {
  const owner = await staffMember(sql, house.tenantId, 'owner');
  const again = async (change: postgres.PendingQuery<postgres.Row[]> | null) => {
    const { sessionId, cookie } = await signInAgain(sql, owner);
    if (change) await sql`UPDATE user_sessions SET ${change} WHERE id = ${sessionId}`;
    else await sql`DELETE FROM user_sessions WHERE id = ${sessionId}`;
    return cookie;
  };
  const refusal = 'signed out';
  return [
    { who: 'its owner, signed out', cookie: await again(sql`revoked_at = now()`), refusal },
    { who: 'its owner, too late', cookie: await again(sql`expires_at = now()`), refusal },
    { who: 'its owner, of a session unknown', cookie: await again(null), refusal },
    { who: 'its owner, forged', cookie: `${owner.cookie}x`, refusal },
  ];
}

/** How the caller must be refused by what asks for `permission`; null: let in. */
export function expected(caller: Caller, permission: Permission): Refusal | null {
  if (caller.refusal || !caller.role) return caller.refusal;
  return may(caller.role, permission) ? null : 'forbidden';
}
