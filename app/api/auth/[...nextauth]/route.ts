import NextAuth from 'next-auth';
import { authOptions } from '@/lib/users/auth-options';

// next-auth believes the host of the request only when its environment says so. Every address
// that reaches this process is the product's own: an organizer may have a host to itself.
process.env.AUTH_TRUST_HOST ??= 'true';

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/** next-auth's endpoints, with options read at the request: a build needs no secret. */
function handle(request: Request, context: RouteContext): Promise<Response> {
  return NextAuth(request as never, context as never, authOptions());
}

export { handle as GET, handle as POST };
