import type { NextAuthOptions, RequestInternal } from 'next-auth';
import type { JWT } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { config } from '@/lib/config';
import { database } from '@/lib/database';
import { DomainError } from '@/lib/errors';
import { addressOf } from '@/lib/http/client';
import { takeToken } from '@/lib/http/rate-limit';
import { sessionKeyFrom } from '@/lib/http/session-cookie';
import { log } from '@/lib/log';
import { deviceOf } from './device';
import { countTry, takeBack } from './failures';
import {
  credentialsSchema,
  registrationSchema,
  type SignedInUser,
  type SignInRefusal,
  type User,
} from './schema';
import { adoptSession, registerBuyer, verifyCredentials } from './service';
import { endSession, prolongSession, sessionSeconds, startSession } from './sessions';

/** What one address may ask of the database by trying; how failures slow it down is kept there. */
const triesOfAddress = { capacity: 30, perSecond: 0.5 };

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

/** next-auth's options: two ways in (an account one has, a new one), a JWT in a cookie. */
export function authOptions(): NextAuthOptions {
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

async function signIn(input: unknown, request: AuthRequest): Promise<User> {
  const credentials = credentialsSchema.safeParse(input);
  if (!credentials.success) throw new Refused('wrong_credentials');
  const { data } = credentials;
  return tried(data.email, request, 'wrong_credentials', () => verifyCredentials(database(), data));
}

async function register(input: unknown, request: AuthRequest): Promise<User> {
  const registration = registrationSchema.safeParse(input);
  if (!registration.success) throw new Refused('invalid_request');
  const { data } = registration;
  return tried(data.email, request, 'email_taken', () => registerBuyer(database(), data));
}

/** Lets `enter` decide, brings the anonymous cart along, and writes the sign-in down. */
async function admit(request: AuthRequest, enter: () => Promise<User>): Promise<SignedInUser> {
  try {
    const user = await enter();
    const session = sessionKeyFrom(request.headers?.cookie ?? null);
    if (session) await adoptSession(database(), session, user.id);
    const device = deviceOf(headersOf(request).get('user-agent'));
    return { ...user, sessionId: await startSession(database(), user.id, device) };
  } catch (error) {
    if (error instanceof Refused) throw error;
    if (error instanceof DomainError) log.warn('sign-in failed', { error });
    else log.error('sign-in failed', { error });
    throw new Refused('unavailable', { cause: error });
  }
}

/** Lets one try be decided, unless its account or its network has to wait after earlier ones. */
async function tried(
  email: string,
  request: AuthRequest,
  refusal: 'wrong_credentials' | 'email_taken',
  decide: () => Promise<User | null>,
): Promise<User> {
  const address = addressOf(headersOf(request));
  const taken = address ? takeToken('sign-in-from', address, triesOfAddress) : null;
  if (taken && !taken.ok) throw new Refused(`rate_limited:${taken.retryAfterSeconds}`);
  const seconds = await countTry(database(), { email, address });
  if (seconds > 0) throw new Refused(`rate_limited:${seconds}`);
  const user = await decide();
  if (!user) throw new Refused(refusal);
  await takeBack(database(), { email, address });
  return user;
}

/** next-auth hands on a plain object. */
const headersOf = ({ headers }: AuthRequest) => ({
  get: (name: string): string | null => headers?.[name] ?? null,
});
