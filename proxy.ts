import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { pagePolicy } from '@/lib/http/page-policy';

/** Gives every page its Content-Security-Policy; Next.js takes the nonce from the request's. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64');
  const policy = pagePolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = {
  // What is no page has a policy of its own in next.config.ts, and is answered without this detour.
  matcher: ['/((?!sales/|api/|_next/|healthz|readyz|metrics|openapi\\.json|icon\\.svg).*)'],
};
