import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import type postgres from 'postgres';
import { config } from '@/lib/config';
import type { Role } from '@/lib/staff/schema';

export type SignedIn = {
  userId: string;
  email: string;
  name: string;
  sessionId: string;
  /** The `Cookie` header of this sign-in. */
  cookie: string;
};

/** Somebody with an account of their own who has just signed in, written as the owner. */
export async function signedIn(admin: postgres.Sql, name = 'Ana Prueba'): Promise<SignedIn> {
  const userId = randomUUID();
  const email = `${userId}@example.org`;
  await admin`
    INSERT INTO users (id, email, name, password_hash) VALUES (${userId}, ${email}, ${name}, 'none')`;
  return { ...(await signInAgain(admin, { userId, email, name })), userId, email, name };
}

/** One more browser of the same person. */
export async function signInAgain(
  admin: postgres.Sql,
  { userId, email, name }: Pick<SignedIn, 'userId' | 'email' | 'name'>,
): Promise<Pick<SignedIn, 'sessionId' | 'cookie'>> {
  const sessionId = randomUUID();
  await admin`
    INSERT INTO user_sessions (id, user_id, expires_at, device)
    VALUES (${sessionId}, ${userId}, clock_timestamp() + interval '30 days', 'Firefox · Linux')`;
  const token = { sub: userId, sid: sessionId, email, name };
  const encoded = await encode({ token, secret: config().authSecret });
  return { sessionId, cookie: `next-auth.session-token=${encoded}` };
}

/** Somebody signed in who is on the tenant's team in that role. */
export async function staffMember(
  admin: postgres.Sql,
  tenantId: number,
  role: Role,
): Promise<SignedIn> {
  const person = await signedIn(admin, `De ${role}`);
  await admin`
    INSERT INTO memberships (tenant_id, user_id, role) VALUES (${tenantId}, ${person.userId}, ${role})`;
  return person;
}
