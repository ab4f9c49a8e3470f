'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Notice } from '@/components/ui/notice';

type Props = {
  wrong: { id: string; name: string }[];
  /** Each refused try, also a second one with the same faults, leads to what is wrong. */
  tries: number;
};

/** What is to be put right before anything is saved, and the way to each of it. */
export function WrongFields({ wrong, tries }: Props) {
  const t = useTranslations('admin.settings');
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tries > 0) summary.current?.focus();
  }, [tries]);
  if (wrong.length === 0) return null;
  return (
    <div ref={summary} tabIndex={-1} role="alert" className="rounded-card">
      <Notice tone="danger" title={t('fix', { count: wrong.length })}>
        <ul className="grid">
          {wrong.map(({ id, name }) => (
            <li key={id}>
              <a href={`#${id}`} className="inline-block py-1 underline">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
