import { z } from 'zod';
import { type SignInRefusal, signInRefusals } from '@/lib/users/schema';
import { postToAuth } from './auth-post';

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
