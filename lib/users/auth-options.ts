import type { NextAuthOptions, RequestInternal } from 'next-auth';
import type { JWT } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { config } from '@/lib/config';
import { database } from '@/lib/database';
import { DomainError } from '@/lib/errors';
import { addressOf } from '@/lib/http/client';
import { sessionKeyFrom } from '@/lib/http/session-cookie';
import { log } from '@/lib/log';
import { deviceOf } from './device';
import { countTry, takeBack } from './failures';
import { carriesMark, knownBrowser } from './known-browser';
import { paceTry } from './pace';
import { accountByEmail } from './queries';
import {
  credentialsSchema,
  type ProvenUser,
  registrationSchema,
  type SignedInUser,
  type SignInRefusal,
} from './schema';
import { adoptSession, registerBuyer, verifyCredentials } from './service';
import { endSession, prolongSession, sessionSeconds, startSession } from './sessions';

type AuthRequest = Pick<RequestInternal, 'headers'>;

/** A refusal that the sign-in page has words for: next-auth passes on the message of an error. */
class Refused extends Error {
  constructor(
    reason: Exclude<SignInRefusal, 'rate_limited'> | `rate_limited:${number}`,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

/**
 * next-auth's options: two ways in (an account one has, a new one), a JWT in a cookie.
 * @param entered is told the mail address of whoever has signed in, by either way
 */
export function authOptions(entered: (email: string) => unknown = () => {}): NextAuthOptions {
  const fields = { email: { type: 'email' }, password: { type: 'password' } };
  return {
    secret: config().authSecret,
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    pages: { signIn: '/es/sign-in', error: '/es/sign-in' },
    providers: [
      CredentialsProvider({
        id: 'credentials',
        credentials: fields,
        authorize: (input, request) => admit(request, () => signIn(input, request)),
      }),
      CredentialsProvider({
        id: 'register',
        credentials: { ...fields, name: { type: 'text' } },
        authorize: (input, request) => admit(request, () => register(input, request)),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { ...token, sid: user.sessionId } : again(token)),
    },
    events: {
      async signIn({ user: { email } }) {
        if (email) await entered(email);
      },
      async signOut({ token: { sub, sid } }) {
        if (sub && sid) await endSession(database(), sub, sid);
      },
    },
  };
}

/** A token made anew; next-auth drops the cookie of one that this throws for. */
async function again(token: JWT): Promise<JWT> {
  if (token.sid && (await prolongSession(database(), token.sid))) return token;
  throw new Error('The session has ended.');
}

async function signIn(input: unknown, request: AuthRequest): Promise<ProvenUser> {
  const credentials = credentialsSchema.safeParse(input);
  if (!credentials.success) throw new Refused('wrong_credentials');
  const { data } = credentials;
  return tried(data.email, request, 'wrong_credentials', () => verifyCredentials(database(), data));
}

async function register(input: unknown, request: AuthRequest): Promise<ProvenUser> {
  const registration = registrationSchema.safeParse(input);
  if (!registration.success) throw new Refused('invalid_request');
  const { data } = registration;
  return tried(data.email, request, 'email_taken', () => registerBuyer(database(), data));
}

/** Lets `enter` decide, brings the anonymous cart along, and writes the sign-in down. */
async function admit(
  request: AuthRequest,
  enter: () => Promise<ProvenUser>,
): Promise<SignedInUser> {
  try {
    const proven = await enter();
    const { id, email, name } = proven;
    const session = sessionKeyFrom(request.headers?.cookie ?? null);
    if (session) await adoptSession(database(), session, id);
    const device = deviceOf(headersOf(request).get('user-agent'));
    const sessionId = await startSession(database(), proven, device);
    if (!sessionId) throw new Refused('wrong_credentials');
    return { id, email, name, sessionId };
  } catch (error) {
    if (error instanceof Refused) throw error;
    if (error instanceof DomainError) log.warn('sign-in failed', { error });
    else log.error('sign-in failed', { error });
    throw new Refused('unavailable', { cause: error });
  }
}

/** Lets one try be decided, unless account, browser or network has to wait after earlier ones. */
async function tried(
  email: string,
  request: AuthRequest,
  refusal: 'wrong_credentials' | 'email_taken',
  decide: () => Promise<ProvenUser | null>,
): Promise<ProvenUser> {
  const headers = headersOf(request);
  const browser = await markFor(email, headers.get('cookie'));
  const attempt = { email, address: addressOf(headers), browser };
  const seconds = paceTry(attempt) || (await countTry(database(), attempt));
  if (seconds > 0) throw new Refused(`rate_limited:${seconds}`);
  const user = await decide();
  if (!user) throw new Refused(refusal);
  await takeBack(database(), attempt);
  return user;
}

/** The mark by which the account of that address knows the browser. */
async function markFor(email: string, cookieHeader: string | null): Promise<string | null> {
  if (!carriesMark(cookieHeader)) return null;
  const account = await accountByEmail(database(), email);
  return account && knownBrowser(cookieHeader, account);
}

/** next-auth hands on a plain object. */
const headersOf = ({ headers }: AuthRequest) => ({
  get: (name: string): string | null => headers?.[name] ?? null,
});
