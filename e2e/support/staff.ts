import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { encode } from 'next-auth/jwt';
import type { Role } from '../../lib/staff/schema';
import { secret } from './app';
import type { SmallHalls } from './small-hall';

export type Staff = { userId: string; name: string; email: string };

/** Signs a page's browser in as a new member of a house's team. */
export async function signInStaff(
  { admin, app }: Pick<SmallHalls, 'admin' | 'app'>,
  page: Page,
  tenantId: number,
  role: Role = 'manager',
): Promise<Staff> {
  const [userId, sessionId] = [randomUUID(), randomUUID()];
  const person = { userId, name: 'Vera Montes', email: `${userId}@example.org` };
  await admin`INSERT INTO users (id, email, name, password_hash)
    VALUES (${userId}, ${person.email}, ${person.name}, 'none')`;
  await admin`INSERT INTO user_sessions (id, user_id, expires_at, device)
    VALUES (${sessionId}, ${userId}, clock_timestamp() + interval '1 day', 'Chromium · Linux')`;
  await admin`INSERT INTO memberships (tenant_id, user_id, role)
    VALUES (${tenantId}, ${userId}, ${role})`;
  const token = { sub: userId, sid: sessionId, email: person.email, name: person.name };
  const value = await encode({ token, secret });
  await page.context().addCookies([{ name: 'next-auth.session-token', value, url: app.url }]);
  return person;
}
