import type { ComponentProps, ReactNode } from 'react';
import { Arches } from './arches';
import { cn } from './class-names';

export type StateTone = 'calm' | 'good' | 'warn' | 'danger';

const ruleOf: Record<StateTone, string> = {
  calm: 'text-brass',
  good: 'text-good',
  warn: 'text-warn',
  danger: 'text-danger',
};

export type StatePanelProps = Omit<ComponentProps<'section'>, 'title'> & {
  title: ReactNode;
  line?: ReactNode;
  action?: ReactNode;
  tone?: StateTone;
  /** `h1` where the state is the whole page. */
  heading?: 'h1' | 'h2' | 'h3';
};

/** Any state that is not the usual one: a title, one line, one action. */
export function StatePanel({
  title,
  line,
  action,
  tone = 'calm',
  heading: Heading = 'h2',
  className,
  children,
  ...props
}: StatePanelProps) {
  return (
    <section
      data-slot="state"
      data-tone={tone}
      className={cn(
        'mx-auto flex w-full max-w-xl flex-col items-center gap-4 px-6 py-14 text-center',
        className,
      )}
      {...props}
    >
      <Arches className={cn('h-14 w-auto', ruleOf[tone])} />
      <Heading className="text-balance font-display text-3xl leading-tight">{title}</Heading>
      {line && <p className="max-w-prose text-balance text-lg text-muted">{line}</p>}
      {children}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-3">{action}</div>}
    </section>
  );
}
