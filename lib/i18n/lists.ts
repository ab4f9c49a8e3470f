import { written } from './written';

/** `a, b y c`, `a, b and c`. */
export function listOf(words: readonly string[], locale: string): string {
  return new Intl.ListFormat(written(locale), { type: 'conjunction' }).format(words);
}
