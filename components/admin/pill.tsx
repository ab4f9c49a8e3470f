import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from '@/components/ui/class-names';

const looks = cva(
  'inline-flex min-h-6 items-center gap-1.5 whitespace-nowrap rounded-full border px-2 font-medium text-xs',
  {
    variants: {
      tone: {
        calm: 'border-line bg-sunken text-ink',
        good: 'border-good/40 bg-good-soft text-good',
        warn: 'border-warn/40 bg-warn-soft text-warn',
        danger: 'border-danger/40 bg-danger-soft text-danger',
      },
    },
    defaultVariants: { tone: 'calm' },
  },
);

/** A state in a word. */
export function Pill({
  tone,
  className,
  ...props
}: ComponentProps<'span'> & VariantProps<typeof looks>) {
  return <span className={cn(looks({ tone }), className)} {...props} />;
}
