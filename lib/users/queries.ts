import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { users } from '@/db/schema/tenants';
import { config } from '@/lib/config';
import type { User } from './schema';
import { readToken, sessionToken } from './session-token';

/** The account of an address in lower case, with its password's hash. */
export async function accountByEmail(
  db: Db,
  email: string,
): Promise<(User & { passwordHash: string }) | null> {
  const [account] = await db
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      passwordHash: users.passwordHash,
    })
    .from(users)
    .where(eq(users.email, email));
  return account ?? null;
}

/** Who the raw `Cookie` header says is signed in. Costs nothing when nobody is. */
export async function userFromCookies(cookieHeader: string | null): Promise<User | null> {
  const token = sessionToken(cookieHeader);
  return token ? readToken(token, config().authSecret) : null;
}

/** The id of the account that the raw `Cookie` header is signed in to. */
export async function userIdFromCookies(cookieHeader: string | null): Promise<string | null> {
  return (await userFromCookies(cookieHeader))?.id ?? null;
}
