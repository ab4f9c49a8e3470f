import { cva, type VariantProps } from 'class-variance-authority';
import { LoaderCircle } from 'lucide-react';
import type { ComponentProps, MouseEvent } from 'react';
import { cn } from './class-names';
import { Dressed } from './dressed';

const looks = cva(
  'inline-flex max-w-full shrink-0 cursor-pointer items-center justify-center gap-2 rounded-control text-center font-semibold leading-tight no-underline transition-colors duration-fast ease-out select-none disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-progress aria-disabled:opacity-70 [&_svg]:size-[1.15em] [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary:
          'bg-accent text-accent-ink enabled:hover:bg-accent-deep [a&]:hover:bg-accent-deep forced-colors:border',
        secondary:
          'border border-control bg-raised text-ink hover:border-ink hover:bg-sunken aria-disabled:hover:border-control',
        quiet: 'text-ink hover:bg-sunken',
        danger: 'border border-danger bg-danger-soft text-danger hover:border-ink',
      },
      size: {
        sm: 'min-h-8 px-3 py-1 text-sm',
        md: 'min-h-11 px-5 py-2 text-base',
        lg: 'min-h-13 px-7 py-3 text-lg',
        icon: 'size-11 p-0',
      },
    },
    defaultVariants: { variant: 'primary', size: 'md' },
  },
);

export type ButtonProps = ComponentProps<'button'> &
  VariantProps<typeof looks> & {
    /** Dresses the only child, a link that is never `pending`, instead of drawing a button. */
    asChild?: boolean;
    /** The action is on its way: refuses clicks, keeps focus, tells screen readers. */
    pending?: boolean;
  };

/** A verb. `md` and `lg` are at least 44 px high, `sm` 32 px (WCAG 2.5.8 asks for 24). */
export function Button({
  className,
  variant,
  size,
  asChild = false,
  pending = false,
  type = 'button',
  onClick,
  children,
  ...props
}: ButtonProps) {
  const dress = {
    'data-slot': 'button',
    className: cn(looks({ variant, size }), className),
    ...(pending ? { 'aria-busy': true, 'aria-disabled': true, onClick: refuse } : { onClick }),
    ...props,
  };
  if (asChild) return <Dressed {...dress}>{children}</Dressed>;
  return (
    <button type={type} {...dress}>
      {pending && <LoaderCircle aria-hidden className="motion-safe:animate-spin" />}
      {children}
    </button>
  );
}

function refuse(event: MouseEvent) {
  event.preventDefault();
  event.stopPropagation();
}
