'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { Buyer, BuyerField, FormProblem } from './form-problems';

/** Who buys. What is wrong is listed above and said beside each box. */
export function BuyerFields({
  buyer,
  problems,
  summary,
}: {
  buyer: Buyer;
  problems: [BuyerField, FormProblem][];
  /** Takes focus when the form comes back. */
  summary: RefObject<HTMLDivElement | null>;
}) {
  const t = useTranslations('checkout');
  const errorOf = (field: BuyerField) => {
    const problem = problems.find(([name]) => name === field);
    return problem ? t(problem[1]) : undefined;
  };
  return (
    <>
      {problems.length > 0 && (
        <div ref={summary} tabIndex={-1} role="alert" className="rounded-card">
          <Notice tone="danger" title={t('fix', { count: problems.length })}>
            <ul className="grid">
              {problems.map(([field, problem]) => (
                <li key={field}>
                  <a href={`#buyer-${field}`} className="inline-block py-1 underline">
                    {t(problem)}
                  </a>
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <Field
        id="buyer-name"
        name="name"
        label={t('name')}
        error={errorOf('name')}
        defaultValue={buyer.name}
        autoComplete="name"
        required
      />
      <Field
        id="buyer-email"
        name="email"
        type="email"
        inputMode="email"
        label={t('email')}
        hint={t('emailHint')}
        error={errorOf('email')}
        defaultValue={buyer.email}
        autoComplete="email"
        required
      />
    </>
  );
}
