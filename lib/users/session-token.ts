import { decode } from 'next-auth/jwt';
import { z } from 'zod';
import type { SignedInUser } from './schema';

/** Over HTTPS next-auth adds the prefix, which a page without TLS cannot forge. */
const cookieNames = ['__Secure-next-auth.session-token', 'next-auth.session-token'];

/** A token of ours fits in one cookie; next-auth splits longer ones into `.0`, `.1`, … */
const chunksMax = 8;

/** `sid` names the session, so that it can be ended from elsewhere. */
const claimsSchema = z.object({
  sub: z.uuid(),
  sid: z.uuid(),
  email: z.string(),
  name: z.string(),
});

/** The session token in a raw `Cookie` header, its chunks joined; null when there is none. */
export function sessionToken(cookieHeader: string | null): string | null {
  if (!cookieHeader?.includes('next-auth.session-token')) return null;
  const cookies = new Map(
    cookieHeader.split(';').map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair.trim(), ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
  for (const name of cookieNames) {
    const whole = cookies.get(name);
    if (whole) return whole;
    let joined = '';
    for (let chunk = 0; chunk < chunksMax; chunk += 1) {
      const part = cookies.get(`${name}.${chunk}`);
      if (!part) break;
      joined += part;
    }
    if (joined) return joined;
  }
  return null;
}

/** Who the token says it is; null when it is forged, mangled or past its time. */
export async function readToken(token: string, secret: string): Promise<SignedInUser | null> {
  let payload: unknown;
  try {
    payload = await decode({ token, secret });
  } catch (error) {
    if (isBadToken(error)) return null;
    throw error;
  }
  const claims = claimsSchema.safeParse(payload);
  if (!claims.success) return null;
  const { sub, sid, email, name } = claims.data;
  return { id: sub, sessionId: sid, email, name };
}

/** jose names every fault of a token with a code of its own. */
function isBadToken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('ERR_J');
}
