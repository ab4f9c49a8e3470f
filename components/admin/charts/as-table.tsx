import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Disclosure } from './disclosure';

/** The figures of a chart, for whoever would rather read them. */
export function AsTable({ of, children }: { of: string; children: ReactNode }) {
  const t = useTranslations('admin.analytics');
  return (
    <Disclosure label={t('asTable')} of={of} className="mt-4">
      {children}
    </Disclosure>
  );
}
