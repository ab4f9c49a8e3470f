import type { z } from 'zod';
import { DomainError } from '@/lib/errors';

export const bodyMaxBytes = 64 * 1024;

/**
 * Reads a body as text, and no more of it than the limit.
 * @throws DomainError `body_too_large`.
 */
export async function readText(request: Request, maxBytes = bodyMaxBytes): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) {
    throw new DomainError('body_too_large');
  }
  if (!request.body) return '';
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw new DomainError('body_too_large');
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Parses a JSON body by its schema. An empty one counts as `{}`.
 * @throws DomainError `invalid_request` with `errors: [{path, message}]`.
 */
export function parseJson<S extends z.ZodType>(text: string, schema: S): z.output<S> {
  let value: unknown;
  try {
    value = text.trim() === '' ? {} : JSON.parse(text);
  } catch (error) {
    const message = 'The body is not JSON.';
    throw new DomainError('invalid_request', { errors: [{ path: '', message }] }, { cause: error });
  }
  return parseValue(value, schema);
}

/** @throws DomainError `invalid_request` with `errors: [{path, message}]`. */
export function parseValue<S extends z.ZodType>(value: unknown, schema: S): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new DomainError('invalid_request', { errors: issuesOf(parsed.error.issues).slice(0, 20) });
}

type Issue = z.core.$ZodIssue;

/** Of a union, the branch that came nearest: its complaints are the useful ones. */
function issuesOf(issues: Issue[], at: PropertyKey[] = []): { path: string; message: string }[] {
  return issues.flatMap((issue) => {
    const path = [...at, ...issue.path];
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) {
      return [{ path: path.map(String).join('.'), message: issue.message }];
    }
    const nearest = issue.errors.reduce((a, b) => (strangers(b) < strangers(a) ? b : a));
    return issuesOf(nearest, path);
  });
}

/** How far a branch is from what was sent: fields that it does not know or misses weigh most. */
function strangers(issues: Issue[]): number {
  return issues.reduce((sum, issue) => {
    const missing = issue.code === 'invalid_type' && 'input' in issue && issue.input === undefined;
    return sum + (issue.code === 'unrecognized_keys' || missing ? 10 : 1);
  }, 0);
}
