'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { OnceAlive } from '@/components/ui/once-alive';
import { passwordLengthMin } from '@/lib/users/schema';
import { type Door, type EntryRefusal, enter } from './enter';
import { type Faults, type FieldName, faultsOf } from './entry-fields';
import { PasswordInput } from './password-input';
import { waitWords } from './wait-words';

const order: FieldName[] = ['name', 'email', 'password'];

type Props = {
  door: Door;
  returnTo: string;
  /** The address that is written already; it may be another. */
  email?: string;
};

/** Signs in or registers, and then leaves for `returnTo` with a fresh page. */
export function SignInForm({ door, returnTo, email }: Props) {
  const t = useTranslations('signIn');
  const refusals = useTranslations('signIn.refused');
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<Faults>({});
  const [refusal, setRefusal] = useState<EntryRefusal | null>(null);
  const [pending, startEntry] = useTransition();

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    const fields = Object.fromEntries([...data].map(([name, value]) => [name, String(value)]));
    const found = faultsOf(door, fields);
    setFaults(found);
    setRefusal(null);
    const first = order.find((name) => found[name]);
    if (first) {
      form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
      return;
    }
    startEntry(async () => {
      const refused = await enter(door, fields);
      if (refused) setRefusal(refused);
      // A new page, so that everything on it knows who has come in.
      else window.location.assign(returnTo);
    });
  };

  const fault = (name: FieldName) => {
    const key = faults[name];
    return key && t(`missing.${key}`, { min: passwordLengthMin });
  };
  const words = ({ reason, waitSeconds = 0 }: EntryRefusal) =>
    reason === 'rate_limited' ? waitWords(refusals, waitSeconds) : refusals(reason);
  const registering = door === 'register';

  return (
    <form ref={form} onSubmit={submit} noValidate method="post" className="grid gap-5">
      <div role="alert" className="empty:hidden">
        {refusal && (
          <Notice tone="danger" title={t('refused.title')}>
            {words(refusal)}
          </Notice>
        )}
      </div>
      {registering && (
        <Field
          label={t('name')}
          name="name"
          autoComplete="name"
          maxLength={120}
          required
          error={fault('name')}
        />
      )}
      <Field
        label={t('email')}
        name="email"
        defaultValue={email}
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        error={fault('email')}
      />
      <Field
        label={t('password')}
        hint={registering ? t('passwordHint') : undefined}
        error={fault('password')}
      >
        <PasswordInput
          name="password"
          autoComplete={registering ? 'new-password' : 'current-password'}
          maxLength={200}
          required
        />
      </Field>
      <OnceAlive>
        <Button type="submit" size="lg" pending={pending} className="mt-1">
          {t(registering ? 'register' : 'submit')}
        </Button>
      </OnceAlive>
    </form>
  );
}
