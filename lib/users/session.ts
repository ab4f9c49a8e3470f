import { headers } from 'next/headers';
import { cache } from 'react';
import { database } from '@/lib/database';
import { accountOfSession, userFromCookies } from './queries';
import type { Account, SignedInUser } from './schema';

/**
 * Who the cookie says is signed in, for server components; read once a request, without the
 * database: it does not know of a session that was ended elsewhere.
 */
export const signedInUser = cache(async (): Promise<SignedInUser | null> => {
  return userFromCookies((await headers()).get('cookie'));
});

/** Who is signed in, by the database; asked once a request, and not at all without a cookie. */
export const openAccount = cache(async (): Promise<Account | null> => {
  const user = await signedInUser();
  return user && accountOfSession(database(), user);
});
