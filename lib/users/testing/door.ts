import type { RequestInternal } from 'next-auth';
import type { CredentialsConfig } from 'next-auth/providers/credentials';
import { authOptions } from '../auth-options';

type Provider = { options: CredentialsConfig };

/** What next-auth calls when the sign-in form is sent. */
export async function knock(email: string, password: string, headers: Record<string, string> = {}) {
  const { options } = authOptions().providers[0] as unknown as Provider;
  const request = { headers } as Pick<RequestInternal, 'body' | 'query' | 'headers' | 'method'>;
  return options.authorize({ email, password }, request);
}

/** How it ended, as next-auth tells the page. */
export const reasonOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'let in',
    (error: Error) => error.message,
  );
