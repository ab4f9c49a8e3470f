import { z } from 'zod';
import { type SignInRefusal, signInRefusals } from '@/lib/users/schema';
import { postToAuth } from './auth-post';

/** The two doors of next-auth: an account one has, and a new one. */
export type Door = 'credentials' | 'register';
export type EntryRefusal = {
  reason: SignInRefusal | 'offline';
  /** How long to wait before the next try, where that is why. */
  waitSeconds?: number;
};

const answerSchema = z.object({ url: z.string() });

/** Signs in through next-auth's own endpoints; null is success, anything else says why not. */
export async function enter(
  door: Door,
  fields: Record<string, string>,
): Promise<EntryRefusal | null> {
  const response = await postToAuth(`callback/${door}`, fields);
  if (response === null) return { reason: 'offline' };
  if (response.ok) return null;
  const answer = answerSchema.safeParse(await response.json().catch(() => null));
  if (!answer.success) return { reason: 'unavailable' };
  return refusalOf(new URL(answer.data.url, window.location.origin).searchParams.get('error'));
}

/** As the server wrote it: `wrong_credentials`, or `rate_limited:16`. */
export function refusalOf(error: string | null): EntryRefusal {
  const [name, seconds] = (error ?? '').split(':');
  const reason = signInRefusals.find((refusal) => refusal === name) ?? 'unavailable';
  return reason === 'rate_limited' ? { reason, waitSeconds: Number(seconds) || 60 } : { reason };
}
