'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { listOf } from '@/lib/i18n/lists';
import { type ReasonChoice, type ReasonProblem, reasonChoices, reasonOf } from './reason';
import type { Target } from './release-context';
import { useWords } from './use-words';

/** An example of what is read: of one buyer, and not all of many places. */
const spelledOutMax = 3;

type Props = {
  target: Target;
  sending: boolean;
  onSend: (reason: string) => void;
  onCancel: () => void;
};

export function ReleaseForm({ target, sending, onSend, onCancel }: Props) {
  const t = useTranslations('admin.now.dialog');
  const cart = useTranslations('cart');
  const words = useWords();
  const locale = useLocale();
  const [choice, setChoice] = useState<ReasonChoice | null>(null);
  const [details, setDetails] = useState('');
  const [problem, setProblem] = useState<ReasonProblem | null>(null);
  const choices = useRef<HTMLFieldSetElement>(null);
  const problemId = useId();
  const own = target.rows.filter(({ session }) => session === target.rows[0]?.session);
  const shown = own.slice(0, spelledOutMax).map((row) => words.fullPlace(row));
  const places = listOf(own.length > shown.length ? [...shown, '…'] : shown, locale);
  const whole = target.kind === 'session';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (sending) return;
    const written = reasonOf(choice, details, (each) => t(`choices.${each}`));
    if ('reason' in written) return onSend(written.reason);
    setProblem(written.problem);
    const box = written.problem === 'writeReason' ? '#release-details' : 'input';
    choices.current?.form?.querySelector<HTMLElement>(box)?.focus();
  };
  return (
    <form noValidate onSubmit={submit} className="mt-3 grid gap-5">
      <p className="text-muted">{t(whole ? 'lineSession' : 'line')}</p>
      <figure className="rounded-card border border-line bg-paper p-4">
        <figcaption className="text-muted text-sm">{t('hears')}</figcaption>
        <blockquote className="mt-1">
          <p className="font-semibold">{cart('withdrawnTitle')}</p>
          <p className="text-sm">{cart('withdrawnLine', { places })}</p>
        </blockquote>
      </figure>
      <fieldset ref={choices} aria-describedby={problem === 'chooseReason' ? problemId : undefined}>
        <legend className="font-semibold">{t('why')}</legend>
        <div className="mt-1 grid">
          {reasonChoices.map((each) => (
            <label key={each} className="flex min-h-10 cursor-pointer items-center gap-2.5">
              <input
                type="radio"
                name="reason"
                className="size-4.5"
                checked={choice === each}
                onChange={() => {
                  setChoice(each);
                  setProblem(null);
                }}
              />
              {t(`choices.${each}`)}
            </label>
          ))}
        </div>
        {problem === 'chooseReason' && (
          <p id={problemId} role="alert" className="font-medium text-danger text-sm">
            {t('chooseReason')}
          </p>
        )}
      </fieldset>
      <Field
        id="release-details"
        label={choice === 'other' ? t('detailsOther') : `${t('details')} ${t('optional')}`}
        hint={t('detailsHint')}
        error={problem === 'writeReason' ? t('writeReason') : undefined}
        value={details}
        maxLength={150}
        onChange={({ target: box }) => setDetails(box.value)}
      />
      <div className="-mx-6 -mb-6 flex flex-wrap justify-end gap-2 border-line border-t bg-raised px-6 py-4 [@media(min-height:30rem)]:sticky [@media(min-height:30rem)]:-bottom-6">
        <Button variant="secondary" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit" variant="danger" pending={sending}>
          {whole ? t('confirmSession') : t('confirm', { count: target.rows.length })}
        </Button>
      </div>
    </form>
  );
}
