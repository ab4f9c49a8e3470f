import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/class-names';

type Props = {
  label: ReactNode;
  /** What it is about, for ears: several on a page have the same label. */
  of?: string;
  className?: string;
  /** From the start. */
  open?: boolean;
  children: ReactNode;
};

/** Opens and closes without script. */
export function Disclosure({ label, of, className, open, children }: Props) {
  return (
    <details open={open} className={cn('group/disclosure min-w-0', className)}>
      <summary className="-ml-1 inline-flex min-h-6 max-w-full cursor-pointer select-none items-center gap-0.5 rounded-control pr-1.5 text-muted text-sm marker:content-none hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 transition-transform group-open/disclosure:rotate-90"
        />
        {label}
        {of && <span className="sr-only">: {of}</span>}
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
