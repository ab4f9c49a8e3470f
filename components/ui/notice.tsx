import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './class-names';

export type NoticeTone = 'info' | 'good' | 'warn' | 'danger';

const tones = {
  info: { icon: Info, box: 'border-line bg-raised', mark: 'text-brass' },
  good: { icon: CircleCheck, box: 'border-good/40 bg-good-soft', mark: 'text-good' },
  warn: { icon: TriangleAlert, box: 'border-warn/40 bg-warn-soft', mark: 'text-warn' },
  danger: { icon: CircleAlert, box: 'border-danger/40 bg-danger-soft', mark: 'text-danger' },
} as const;

export type NoticeProps = Omit<ComponentProps<'div'>, 'title'> & {
  tone?: NoticeTone;
  title?: ReactNode;
  action?: ReactNode;
};

/**
 * Something that happened or holds, where it matters. Silent by itself: give it `role="alert"` or
 * `role="status"` where it appears after the page did.
 */
export function Notice({
  tone = 'info',
  title,
  action,
  className,
  children,
  ...props
}: NoticeProps) {
  const { icon: Icon, box, mark } = tones[tone];
  return (
    <div
      data-slot="notice"
      data-tone={tone}
      className={cn('flex items-start gap-3 rounded-card border p-4 text-ink', box, className)}
      {...props}
    >
      <Icon aria-hidden className={cn('mt-0.5 size-5 shrink-0', mark)} />
      <div className="grid min-w-0 flex-1 gap-1">
        {title && <p className="font-semibold leading-snug">{title}</p>}
        {children && <div className="text-sm leading-relaxed">{children}</div>}
        {action && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
