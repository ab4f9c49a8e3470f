import { cookies } from 'next/headers';
import type { Context } from '@/lib/context';
import { database } from '@/lib/database';
import { signedInUser } from '@/lib/users/session';
import { sessionCookie, validSessionKey } from './session-cookie';

/** Who looks at a page of a tenant: the session's buyer, or nobody in particular. */
export async function buyerContext(tenantId: number): Promise<Context> {
  const sessionKey = validSessionKey((await cookies()).get(sessionCookie)?.value);
  const db = database();
  if (!sessionKey) return { db, tenantId, actor: { kind: 'system' } };
  const user = await signedInUser();
  return { db, tenantId, actor: { kind: 'buyer', sessionKey, userId: user?.id ?? null } };
}
