'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { OnceAlive } from '@/components/ui/once-alive';
import { inPassing } from '@/components/ui/passing';
import { Select } from '@/components/ui/select';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { languageNames, routing } from '@/lib/i18n/routing';
import { inviteSchema, roles } from '@/lib/staff/schema';
import { inviteAction } from '@/lib/staff/staff-actions';
import { useTeamAction } from './use-team-action';

const headingId = 'team-invite';

/** Asks somebody to join: address, role, and the language of the mail. */
export function InviteForm({ tenant }: { tenant: string }) {
  const t = useTranslations('admin.team');
  const names = useTranslations('admin.roles');
  const locale = useLocale();
  const email = useRef<HTMLInputElement>(null);
  const [mistyped, setMistyped] = useState(false);
  const { run, pending, refusal } = useTeamAction<{ id: string }>();

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const parsed = inviteSchema.safeParse(Object.fromEntries(new FormData(form)));
    setMistyped(!parsed.success);
    email.current?.focus();
    if (!parsed.success) return;
    run(
      () => inviteAction(tenant, parsed.data),
      () => {
        form.reset();
        inPassing({ tone: 'success', title: t('sent', { email: parsed.data.email }) });
      },
    );
  };

  const fault = mistyped ? t('emailWrong') : refusal?.field ? refusal.words : undefined;
  return (
    <form
      noValidate
      // Sent before the page is alive, it must not write an address into an address.
      method="post"
      onSubmit={submit}
      aria-labelledby={headingId}
      className="grid gap-4 rounded-card border border-line bg-raised p-4 sm:p-5"
    >
      <div>
        <h2 id={headingId} className="font-display text-2xl">
          {t('inviteTitle')}
        </h2>
        <p className="mt-1 text-muted">{t('inviteLine')}</p>
        {/* The field has the focus by then, and what changes beside it is not read out. */}
        <VisuallyHidden role="alert">{fault}</VisuallyHidden>
      </div>
      <div role="alert" className="empty:hidden">
        {refusal && !refusal.field && !mistyped && (
          <Notice tone="danger" title={t('failed')}>
            {refusal.words}
          </Notice>
        )}
      </div>
      <div className="grid items-start gap-4 md:grid-cols-[minmax(0,1fr)_10rem_10rem]">
        <Field
          ref={email}
          label={t('email')}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          required
          error={fault}
        />
        <Field label={t('role')}>
          <Select name="role" defaultValue="box_office">
            {roles.map((role) => (
              <option key={role} value={role}>
                {names(role)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('language')}>
          <Select name="locale" defaultValue={locale}>
            {routing.locales.map((each) => (
              <option key={each} value={each} lang={each}>
                {languageNames[each]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <OnceAlive>
        <Button type="submit" pending={pending} className="justify-self-start">
          {t('send')}
        </Button>
      </OnceAlive>
    </form>
  );
}
