import type { ComponentProps } from 'react';

/** The house's mark: a proscenium arch in three lines. Decoration only. */
export function Arches(props: ComponentProps<'svg'>) {
  return (
    <svg
      viewBox="0 0 64 48"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
      focusable="false"
      {...props}
    >
      <path d="M2 46V30a30 28 0 0 1 60 0v16" opacity=".4" />
      <path d="M11 46V31a21 19.5 0 0 1 42 0v15" opacity=".7" />
      <path d="M20 46V32a12 11 0 0 1 24 0v14" />
      <path d="M2 46h60" strokeLinecap="round" />
    </svg>
  );
}
