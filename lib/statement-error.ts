import type { DrizzleQueryError } from 'drizzle-orm';

/**
 * Takes the values that a statement was given out of its error. They hold session keys and
 * people's addresses, and whoever prints an error (Next.js does, of a page) prints them all.
 */
export function withoutValues(error: unknown): unknown {
  if (!isQueryError(error)) return error;
  const full = error.message;
  const message = full.slice(0, full.indexOf('\nparams: ') + 1).trimEnd() || full;
  if (error.stack) error.stack = error.stack.replace(full, () => message);
  error.message = message;
  error.params = [];
  return error;
}

/** By its shape: the bundler may have made several copies of the class. */
function isQueryError(error: unknown): error is DrizzleQueryError {
  return error instanceof Error && 'query' in error && 'params' in error;
}
