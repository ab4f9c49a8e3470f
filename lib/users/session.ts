import { headers } from 'next/headers';
import { cache } from 'react';
import { userFromCookies } from './queries';
import type { User } from './schema';

/** Who is signed in, for server components; read once a request, without the database. */
export const signedInUser = cache(async (): Promise<User | null> => {
  return userFromCookies((await headers()).get('cookie'));
});
