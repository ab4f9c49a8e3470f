'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useCart, useCartState } from '@/components/cart/cart-provider';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { OnceAlive } from '@/components/ui/once-alive';
import { formatMoney } from '@/lib/i18n/money';
import { BuyerFields } from './buyer-fields';
import { type Buyer, type BuyerField, type FormProblem, formProblems } from './form-problems';
import { keepTyped, typedOr } from './typed';
import { type OpeningFailure, useOpening } from './use-opening';

/** Name, email, and on to the payment. What was typed stays, whatever comes back. */
export function BuyerForm({ buyer }: { buyer: Buyer }) {
  const t = useTranslations('checkout');
  const locale = useLocale();
  const cart = useCart();
  const [known] = useState(() => typedOr(cart, buyer));
  const { total, moving } = useCartState();
  const { open, opening, failure } = useOpening();
  const [problems, setProblems] = useState<[BuyerField, FormProblem][]>([]);
  const summary = useRef<HTMLDivElement>(null);
  const [tries, setTries] = useState(0);

  // Each refused try, also a second one with the same faults, leads to what is wrong.
  useEffect(() => {
    if (tries > 0) summary.current?.focus();
  }, [tries]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { name, email } = typedIn(event.currentTarget);
    const given = { name: name.trim(), email: email.trim() };
    const found = formProblems(given);
    setProblems(found);
    if (found.length > 0) setTries(tries + 1);
    else if (!opening) open(given);
  };

  return (
    <form
      noValidate
      onSubmit={submit}
      onInput={(event) => keepTyped(cart, typedIn(event.currentTarget))}
      // Sent before the page is alive, it must not write a name and an email into an address.
      method="post"
      aria-labelledby="details-title"
      className="grid gap-5"
    >
      <h2 id="details-title" className="font-display text-2xl">
        {t('details')}
      </h2>
      <div role="alert" className="empty:hidden">
        {failure && <Failure failure={failure} />}
      </div>
      <BuyerFields buyer={known} problems={problems} summary={summary} />
      <OnceAlive>
        <Button type="submit" size="lg" pending={opening || moving}>
          {t('submit', { total: formatMoney(total, locale) })}
        </Button>
      </OnceAlive>
    </form>
  );
}

function typedIn(form: HTMLFormElement): Buyer {
  const data = new FormData(form);
  return { name: String(data.get('name')), email: String(data.get('email')) };
}

function Failure({ failure }: { failure: OpeningFailure }) {
  const t = useTranslations('checkout');
  const errors = useTranslations('errors');
  if (failure.kind === 'refused') {
    return (
      <Notice tone="danger" title={t('failed')}>
        {errors(failure.code)}
      </Notice>
    );
  }
  return (
    <Notice tone="danger" title={t('ended')}>
      {t('endedLine')}
    </Notice>
  );
}
