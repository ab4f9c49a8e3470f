import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Disclosure } from '@/components/admin/charts/disclosure';
import { cn } from '@/components/ui/class-names';

type Props = {
  id: string;
  title: string;
  line?: ReactNode;
  /** Names under `definitions`: what each figure of the section counts. */
  defines: readonly Defined[];
  /** Address of the section's table as a file. */
  csv?: string;
  className?: string;
  children: ReactNode;
};

export type Defined = Parameters<ReturnType<typeof useTranslations<'admin.analytics.terms'>>>[0];

/** A question that the page answers: its title, what is counted, the answer, the file. */
export function AnalyticsSection({ id, title, line, defines, csv, className, children }: Props) {
  const t = useTranslations('admin.analytics');
  return (
    <section aria-labelledby={id} className={cn('min-w-0', className)}>
      <header className="mb-4">
        <div className="flex items-baseline justify-between gap-x-4">
          <h2 id={id} className="font-display text-2xl leading-tight">
            {title}
          </h2>
          {csv && (
            <a
              href={csv}
              download
              className="-mr-1 inline-flex min-h-6 items-center gap-1.5 rounded-control px-1 text-muted text-sm hover:text-ink"
            >
              <Download aria-hidden className="size-4" />
              {t('csv')}
              <span className="sr-only">: {title}</span>
            </a>
          )}
        </div>
        {line && <p className="mt-1 max-w-prose text-muted text-sm">{line}</p>}
      </header>
      {children}
      <Definitions of={title} terms={defines} className="mt-3" />
    </section>
  );
}

/** What figures count, opened on demand and reachable by keyboard. */
export function Definitions({
  of,
  terms,
  className,
}: {
  of: string;
  terms: readonly Defined[];
  className?: string;
}) {
  const t = useTranslations('admin.analytics');
  if (terms.length === 0) return null;
  return (
    <Disclosure label={t('whatCounts')} of={of} className={className}>
      <dl className="grid max-w-prose gap-1.5 rounded-card bg-sunken px-4 py-3 text-sm">
        {terms.map((term) => (
          <div key={term}>
            <dt className="inline font-semibold">{t(`terms.${term}`)}. </dt>
            <dd className="inline text-muted">{t(`definitions.${term}`)}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
