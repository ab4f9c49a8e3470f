import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { users } from '@/db/schema/tenants';
import { countTry, takeBack } from './failures';
import { paceTry } from './pace';
import { hashPassword, verifyPassword } from './password';
import { accountByEmail } from './queries';
import type { Account, PasswordAnswer, PasswordChange } from './schema';
import { endOtherSessions } from './sessions';

/**
 * Gives an account another password, for who knows the present one. Every other session of it ends;
 * browsers that it knew are strangers from then on, as their marks are bound to the password.
 * Tries are slowed down as those of a known browser are: by the session, which nobody else can use.
 * @param address the caller's, where a proxy tells it
 * @throws DomainError `overloaded`.
 */
export async function changePassword(
  db: Db,
  { id, email, sessionId }: Account,
  { current, next }: PasswordChange,
  address: string | null,
): Promise<PasswordAnswer> {
  const tried = { email, address, browser: `session ${sessionId}` };
  const waitSeconds = paceTry(tried) || (await countTry(db, tried));
  if (waitSeconds > 0) return { ok: false, reason: 'rate_limited', waitSeconds };
  const account = await accountByEmail(db, email);
  if (!account || !(await verifyPassword(current, account.passwordHash)))
    return { ok: false, reason: 'wrong_password' };
  await takeBack(db, tried);
  if (next.normalize('NFKC') === current.normalize('NFKC'))
    return { ok: false, reason: 'same_password' };
  const passwordHash = await hashPassword(next);
  return db.transaction(async (tx) => {
    // Somebody else may have changed it since: then the present one is not what was written here.
    const changed = await tx
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, id), eq(users.passwordHash, account.passwordHash)))
      .returning({ id: users.id });
    if (changed.length === 0) return { ok: false, reason: 'wrong_password' };
    return { ok: true, ended: await endOtherSessions(tx as Db, id, sessionId) };
  });
}
