import type { ReactNode } from 'react';
import { Link } from '@/lib/i18n/navigation';

type Props = { href: string; figure: number; label?: string; children: ReactNode };

/** A figure that opens the rows behind it; nothing is behind a zero. */
export function FigureLink({ href, figure, label, children }: Props) {
  if (figure === 0) return children;
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={label}
      className="-mx-1 inline-block min-h-6 min-w-6 rounded-control px-1 underline decoration-line underline-offset-4 hover:decoration-accent"
    >
      {children}
    </Link>
  );
}
