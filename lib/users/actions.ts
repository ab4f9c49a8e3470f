'use server';

import { headers } from 'next/headers';
import { database } from '@/lib/database';
import { DomainError } from '@/lib/errors';
import { startRequest } from '@/lib/http/action';
import { addressOf } from '@/lib/http/client';
import { limitRequestRate } from '@/lib/http/request-rate';
import { log } from '@/lib/log';
import { isUuid } from '@/lib/uuid';
import { accountFromCookies } from './queries';
import {
  type Account,
  type PasswordAnswer,
  type PasswordChange,
  passwordChangeSchema,
} from './schema';
import { changePassword } from './service';
import { endOtherSessions, endSession } from './sessions';

/** Signs one of the account's devices out; that it was out already is as good. */
export async function endSessionAction(sessionId: string): Promise<{ ok: boolean }> {
  return asAccount('endSession', async ({ id }) => {
    if (isUuid(sessionId)) await endSession(database(), id, sessionId);
  });
}

/** Signs the account out everywhere but here. */
export async function endOtherSessionsAction(): Promise<{ ok: boolean }> {
  return asAccount('endOtherSessions', async ({ id, sessionId }) => {
    await endOtherSessions(database(), id, sessionId);
  });
}

/** Gives the account another password, and signs it out everywhere but here. */
export async function changePasswordAction(given: PasswordChange): Promise<PasswordAnswer> {
  const request = startRequest('changePassword', null);
  const answer = await passwordAnswer(given);
  request.endedAs(answer.ok ? 'ok' : answer.reason, answer.ok ? 200 : 400);
  return answer;
}

async function passwordAnswer(given: PasswordChange): Promise<PasswordAnswer> {
  try {
    const asked = await headers();
    limitRequestRate(asked, null);
    const change = passwordChangeSchema.safeParse(given);
    if (!change.success) return { ok: false, reason: 'invalid_request' };
    const account = await accountFromCookies(database(), asked.get('cookie'));
    if (!account) return { ok: false, reason: 'signed_out' };
    return await changePassword(database(), account, change.data, addressOf(asked));
  } catch (error) {
    if (error instanceof DomainError) log.warn('a password could not be changed', { error });
    else log.error('a password could not be changed', { error });
    return { ok: false, reason: 'unavailable' };
  }
}

async function asAccount(
  name: string,
  work: (account: Account) => Promise<void>,
): Promise<{ ok: boolean }> {
  const request = startRequest(name, null);
  try {
    const asked = await headers();
    limitRequestRate(asked, null);
    const account = await accountFromCookies(database(), asked.get('cookie'));
    if (account) await work(account);
    request.endedAs(account ? 'ok' : 'sign_in_required', account ? 200 : 401);
    return { ok: account !== null };
  } catch (error) {
    log.error('a session could not be ended', { error });
    request.endedAs('internal', 500);
    return { ok: false };
  }
}
