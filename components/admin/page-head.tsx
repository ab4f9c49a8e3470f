import type { ReactNode } from 'react';

/** What the page is, in one line, and what can be done from here. */
export function PageHead({
  title,
  line,
  children,
}: {
  title: ReactNode;
  line?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="font-display text-4xl leading-none">{title}</h1>
        {line && <p className="mt-2 max-w-prose text-muted">{line}</p>}
      </div>
      {children && <div className="flex min-w-0 flex-wrap items-center gap-2">{children}</div>}
    </header>
  );
}
