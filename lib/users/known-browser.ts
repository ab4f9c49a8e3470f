import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { config } from '@/lib/config';
import { cookieFrom } from '@/lib/http/cookie';
import type { ProvenUser } from './schema';

// A browser that an account has signed in with carries a mark from then on, so that whoever merely
// knows the address cannot keep it waiting. After OWASP's "Slow Down Online Guessing Attacks with
// Device Cookies".
const cookie = 'butaca_known';

/** Accounts that a browser is known to; beyond them, the one that signed in longest ago is dropped. */
const accountsMax = 4;

/** From the last sign-in; browsers keep no cookie for more than 400 days. */
const keptSeconds = 365 * 24 * 3_600;

/** Of one account: 22 characters of a random mark, 43 of its signature. Neither tells whose it is. */
const [markBytes, markLength] = [16, 22];
const form = /^[\w-]{65}(?:\.[\w-]{65}){0,3}$/;

/** Whose mark it is. Bound to the password: what was made before it was changed is worth nothing. */
type Owner = Pick<ProvenUser, 'email' | 'passwordHash'>;

/** Whether the browser carries a mark at all, be it whose it may. */
export const carriesMark = (cookieHeader: string | null): boolean =>
  entriesIn(cookieHeader).length > 0;

/** The mark by which the account knows the browser; null if not. */
export function knownBrowser(cookieHeader: string | null, owner: Owner): string | null {
  const own = entriesIn(cookieHeader).find((entry) => isOf(entry, owner));
  return own?.slice(0, markLength) ?? null;
}

/**
 * The `Set-Cookie` value that makes the browser known to an account which has just signed in. A
 * browser that was known keeps its mark: else each sign-in would bring it tries afresh.
 */
export function knownBrowserSetCookie(
  cookieHeader: string | null,
  owner: Owner,
  secure: boolean,
): string {
  const before = entriesIn(cookieHeader);
  const own = before.find((entry) => isOf(entry, owner)) ?? newEntry(owner);
  const others = before.filter((entry) => !isOf(entry, owner));
  const value = [own, ...others].slice(0, accountsMax).join('.');
  return `${cookie}=${value}; Path=/api/auth; Max-Age=${keptSeconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** At most so many as we make; of a cookie that is not of our form, none. */
function entriesIn(cookieHeader: string | null): string[] {
  const value = cookieFrom(cookieHeader, cookie);
  return value && form.test(value) ? value.split('.') : [];
}

function newEntry(owner: Owner): string {
  const mark = randomBytes(markBytes).toString('base64url');
  return mark + signature(mark, owner);
}

function isOf(entry: string, owner: Owner): boolean {
  const mark = entry.slice(0, markLength);
  const [given, right] = [entry.slice(markLength), signature(mark, owner)].map((s) =>
    Buffer.from(s),
  );
  return timingSafeEqual(given!, right!);
}

/** Under a key of its own, derived from the app's secret. */
function signature(mark: string, { email, passwordHash }: Owner): string {
  const key = createHmac('sha256', config().authSecret).update('known browser').digest();
  return createHmac('sha256', key).update(`${mark} ${email} ${passwordHash}`).digest('base64url');
}
