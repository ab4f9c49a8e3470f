import { z } from 'zod';
import { lineSchema } from '@/lib/text';

/** Addresses are kept in lower case: people do not mean another mailbox by a capital. */
export const emailSchema = z.string().trim().toLowerCase().pipe(z.email().max(254));

/** Long enough for a passphrase, short enough that nobody can make hashing expensive with it. */
const passwordLengthMax = 200;
export const passwordLengthMin = 8;

export const credentialsSchema = z.object({
  email: emailSchema,
  password: z.string().min(1).max(passwordLengthMax),
});
export type Credentials = z.infer<typeof credentialsSchema>;

export const registrationSchema = z.object({
  email: emailSchema,
  name: lineSchema.trim().min(1).max(120),
  password: z.string().min(passwordLengthMin).max(passwordLengthMax),
});
export type Registration = z.infer<typeof registrationSchema>;

/** A new password has to be what one is at first. */
export const passwordChangeSchema = z.object({
  current: credentialsSchema.shape.password,
  next: registrationSchema.shape.password,
});
export type PasswordChange = z.infer<typeof passwordChangeSchema>;

export const userSchema = z.object({ id: z.uuid(), email: z.string(), name: z.string() });
export type User = z.infer<typeof userSchema>;

/** Who has just proven to know the password, with its hash: by then it may be another. */
export type ProvenUser = User & { passwordHash: string };

/** Who a token names, and the session that it was made for: one that may have been ended since. */
export type SignedInUser = User & { sessionId: string };

/** The account of a session that is open, by the database. */
export type Account = SignedInUser & {
  /** Whether it works for an organizer. */
  onTeam: boolean;
};

/** A browser that the account is signed in with. */
export type OpenSession = {
  id: string;
  /** Browser and system; empty when it did not say. */
  device: string;
  /** How long ago it signed in, and how long ago it was seen. */
  ageSeconds: number;
  idleSeconds: number;
};

/** Why nobody was signed in; `messages/*.json` has the words under `signIn.refused`. */
export const signInRefusals = [
  'wrong_credentials',
  'email_taken',
  'invalid_request',
  'rate_limited',
  'unavailable',
] as const;
export type SignInRefusal = (typeof signInRefusals)[number];

/** What became of a new password; `messages/*.json` has the words under `account.password`. */
export type PasswordAnswer =
  | { ok: true /** Sessions that ended. */; ended: number }
  | {
      ok: false;
      reason:
        | 'wrong_password'
        | 'same_password'
        | Exclude<SignInRefusal, 'wrong_credentials' | 'email_taken'>
        | 'signed_out';
      waitSeconds?: number;
    };
