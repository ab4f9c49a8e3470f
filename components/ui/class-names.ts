import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

const merge = extendTailwindMerge({
  extend: { theme: { font: ['display', 'sans'], radius: ['card', 'control'], shadow: ['lift'] } },
});

/** Joins class names; of two that say the same thing, the later one holds. */
export function cn(...values: ClassValue[]): string {
  return merge(clsx(values));
}
