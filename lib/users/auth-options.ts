import type { NextAuthOptions, RequestInternal } from 'next-auth';
import type { JWT } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { config } from '@/lib/config';
import { database } from '@/lib/database';
import { takeToken } from '@/lib/http/rate-limit';
import { sessionKeyFrom } from '@/lib/http/session-cookie';
import { log } from '@/lib/log';
import { deviceOf } from './device';
import {
  credentialsSchema,
  registrationSchema,
  type SignedInUser,
  type SignInRefusal,
  type User,
} from './schema';
import { adoptSession, registerBuyer, verifyCredentials } from './service';
import { endSession, prolongSession, sessionSeconds, startSession } from './sessions';

/** A person who mistypes is let be; a machine that guesses is slowed to one try in ten seconds. */
const triesPerAddress = { capacity: 8, perSecond: 0.1 };
const triesPerClient = { capacity: 30, perSecond: 0.5 };

type AuthRequest = Pick<RequestInternal, 'headers'>;

/** A refusal that the sign-in page has words for: next-auth passes on the message of an error. */
class Refused extends Error {
  constructor(reason: SignInRefusal, options?: ErrorOptions) {
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
  spendTry(credentials.data.email, request);
  const user = await verifyCredentials(database(), credentials.data);
  if (!user) throw new Refused('wrong_credentials');
  return user;
}

async function register(input: unknown, request: AuthRequest): Promise<User> {
  const registration = registrationSchema.safeParse(input);
  if (!registration.success) throw new Refused('invalid_request');
  spendTry(registration.data.email, request);
  const user = await registerBuyer(database(), registration.data);
  if (!user) throw new Refused('email_taken');
  return user;
}

/** Lets `enter` decide, brings the anonymous cart along, and writes the sign-in down. */
async function admit(request: AuthRequest, enter: () => Promise<User>): Promise<SignedInUser> {
  try {
    const user = await enter();
    const session = sessionKeyFrom(request.headers?.cookie ?? null);
    if (session) await adoptSession(database(), session, user.id);
    const device = deviceOf(request.headers?.['user-agent'] ?? null);
    return { ...user, sessionId: await startSession(database(), user.id, device) };
  } catch (error) {
    if (error instanceof Refused) throw error;
    log.error('sign-in failed', { error });
    throw new Refused('unavailable', { cause: error });
  }
}

function spendTry(email: string, request: AuthRequest): void {
  const client = String(request.headers?.['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  const ok =
    takeToken('sign-in', email, triesPerAddress).ok &&
    (!client || takeToken('sign-in-from', client, triesPerClient).ok);
  if (!ok) throw new Refused('rate_limited');
}
