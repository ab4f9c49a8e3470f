'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { flushSync } from 'react-dom';
import { PasswordInput } from '@/components/sign-in/password-input';
import { waitWords } from '@/components/sign-in/wait-words';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { OnceAlive } from '@/components/ui/once-alive';
import { changePasswordAction } from '@/lib/users/actions';
import type { PasswordAnswer } from '@/lib/users/schema';
import {
  type PasswordFault,
  type PasswordFaults,
  type PasswordField,
  passwordFaults,
} from './password-faults';

type Words = Record<
  | PasswordField
  | PasswordFault
  | 'submit'
  | 'done'
  | 'doneLine'
  | 'doneLineOthers'
  | 'failed'
  | 'signedOut'
  | 'unavailable'
  | 'unanswered'
  | 'unansweredLine',
  string
>;
/** No answer came: whether it was done is not known. */
type Refused = Extract<PasswordAnswer, { ok: false }> | { reason: 'unanswered' };

/** Asks for the present password and the new one, and says what became of it. */
export function PasswordForm({ email, words }: { email: string; words: Words }) {
  const t = useTranslations('signIn');
  const refusals = useTranslations('signIn.refused');
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<PasswordFaults>({});
  const [refused, setRefused] = useState<Refused | null>(null);
  const [ended, setEnded] = useState<number | null>(null);
  const [pending, startChange] = useTransition();

  const point = (found: PasswordFaults) => {
    // First the words, so that they are read out with the field.
    flushSync(() => setFaults(found));
    const first = found.current ? 'current' : 'next';
    form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
  };
  const told = (answer: PasswordAnswer | null) => {
    if (answer?.ok) {
      form.current?.reset();
      setEnded(answer.ended);
      // The devices beside it: the others are gone.
      router.refresh();
    } else if (answer?.reason === 'wrong_password') point({ current: 'wrong' });
    else if (answer?.reason === 'same_password') point({ next: 'same' });
    else setRefused(answer ?? { reason: 'unanswered' });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    const change = { current: String(data.get('current')), next: String(data.get('next')) };
    const found = passwordFaults(change);
    setFaults(found);
    setRefused(null);
    setEnded(null);
    if (found.current || found.next) point(found);
    else startChange(async () => told(await changePasswordAction(change).catch(() => null)));
  };

  const why = (refusal: Refused): string => {
    if (refusal.reason === 'rate_limited') return waitWords(refusals, refusal.waitSeconds ?? 60);
    if (refusal.reason === 'signed_out') return words.signedOut;
    if (refusal.reason === 'invalid_request') return refusals('invalid_request');
    return refusal.reason === 'unanswered' ? words.unansweredLine : words.unavailable;
  };
  const fault = (name: PasswordField) => {
    const key = faults[name];
    return key && words[key];
  };
  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      method="post"
      className="mt-5 grid max-w-md gap-5"
    >
      {/* For who keeps passwords: whose this is. */}
      <input type="text" name="username" autoComplete="username" defaultValue={email} hidden />
      <Field label={words.current} error={fault('current')}>
        <PasswordInput name="current" autoComplete="current-password" maxLength={200} required />
      </Field>
      <Field label={words.next} hint={t('passwordHint')} error={fault('next')}>
        <PasswordInput name="next" autoComplete="new-password" maxLength={200} required />
      </Field>
      <OnceAlive>
        <Button type="submit" pending={pending} className="justify-self-start">
          {words.submit}
        </Button>
      </OnceAlive>
      <div role="alert" className="empty:hidden">
        {refused && (
          <Notice
            tone="danger"
            title={refused.reason === 'unanswered' ? words.unanswered : words.failed}
          >
            {why(refused)}
          </Notice>
        )}
      </div>
      <div role="status" className="empty:hidden">
        {ended !== null && (
          <Notice tone="good" title={words.done}>
            {ended > 0 ? words.doneLineOthers : words.doneLine}
          </Notice>
        )}
      </div>
    </form>
  );
}
