import NextAuth from 'next-auth';
import { database } from '@/lib/database';
import { overTls } from '@/lib/http/session-cookie';
import { authOptions } from '@/lib/users/auth-options';
import { knownBrowserSetCookie } from '@/lib/users/known-browser';
import { accountByEmail } from '@/lib/users/queries';

// next-auth believes the host of the request only when its environment says so. Every address
// that reaches this process is the product's own: an organizer may have a host to itself.
process.env.AUTH_TRUST_HOST ??= 'true';

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/**
 * next-auth's endpoints, with options read at the request: a build needs no secret. A sign-in's
 * answer makes the browser known to its account as well.
 */
async function handle(request: Request, context: RouteContext): Promise<Response> {
  const { headers, url } = request;
  const known: string[] = [];
  const options = authOptions(async (email) => {
    const account = await accountByEmail(database(), email);
    if (!account) return;
    known.push(knownBrowserSetCookie(headers.get('cookie'), account, overTls(headers, url)));
  });
  const response: Response = await NextAuth(request as never, context as never, options);
  for (const cookie of known) response.headers.append('set-cookie', cookie);
  return response;
}

export { handle as GET, handle as POST };
