import { z } from 'zod';
import { type SignInRefusal, signInRefusals } from '@/lib/users/schema';

/** The two doors of next-auth: an account one has, and a new one. */
export type Door = 'credentials' | 'register';
export type EntryRefusal = SignInRefusal | 'offline';

const answerSchema = z.object({ url: z.string() });

/** Signs in through next-auth's own endpoints; null is success, anything else says why not. */
export async function enter(
  door: Door,
  fields: Record<string, string>,
): Promise<EntryRefusal | null> {
  const response = await postToAuth(`callback/${door}`, fields);
  if (response === null) return 'offline';
  if (response.ok) return null;
  const answer = answerSchema.safeParse(await response.json().catch(() => null));
  if (!answer.success) return 'unavailable';
  const error = new URL(answer.data.url, window.location.origin).searchParams.get('error');
  return signInRefusals.find((refusal) => refusal === error) ?? 'unavailable';
}

/** Signs out; false when there is no connection. */
export async function leave(): Promise<boolean> {
  return (await postToAuth('signout', {}))?.ok ?? false;
}

/** A post with next-auth's cross-site token; null when the network is not there. */
async function postToAuth(path: string, fields: Record<string, string>): Promise<Response | null> {
  try {
    const csrf = await fetch('/api/auth/csrf', { cache: 'no-store' });
    if (!csrf.ok) return csrf;
    const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await csrf.json());
    return await fetch(`/api/auth/${path}`, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
    });
  } catch (error) {
    // fetch tells a lost network by a TypeError, and nothing else by one.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
