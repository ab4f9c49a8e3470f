import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { askedPathHeader } from '@/lib/http/asked-path';
import { pagePolicy } from '@/lib/http/page-policy';
import {
  newSessionKey,
  overTls,
  sessionCookie,
  sessionKeyFrom,
  sessionSetCookie,
} from '@/lib/http/session-cookie';

/**
 * Gives every page its Content-Security-Policy, whose nonce Next.js takes from the request's, and
 * a buyer's first action its session cookie: set within the action, Next.js would answer with the
 * whole page once more, and an answer cut short would then take the page away.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64');
  const policy = pagePolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set(askedPathHeader, request.nextUrl.pathname + request.nextUrl.search);
  const opened = opensSession(request) ? newSessionKey() : null;
  if (opened) {
    const others = headers.get('cookie');
    // Of two cookies of one name the first counts.
    headers.set('cookie', `${sessionCookie}=${opened}${others ? `; ${others}` : ''}`);
  }
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  if (opened) {
    response.headers.append(
      'set-cookie',
      sessionSetCookie(opened, overTls(request.headers, request.url)),
    );
  }
  return response;
}

function opensSession(request: NextRequest): boolean {
  const isAction = request.method === 'POST' && request.headers.has('next-action');
  return isAction && !sessionKeyFrom(request.headers.get('cookie'));
}

export const config = {
  // What is no page has a policy of its own in next.config.ts, and is answered without this detour.
  matcher: [
    '/((?!sales/|api/|_next/|healthz|readyz|metrics|openapi\\.json|icon\\.svg|favicon\\.ico).*)',
  ],
};
