import { DomainError } from './errors';
import { databaseErrorCode } from './transient';

type Fields = Record<string, unknown>;

/** One JSON object a line, for machines to read. Fields never hold a secret or a personal datum. */
function write(level: 'info' | 'warn' | 'error', message: string, fields: Fields = {}): void {
  const { error, ...rest } = fields;
  const line = JSON.stringify({
    time: new Date().toISOString(),
    level,
    message,
    ...rest,
    ...(error === undefined ? {} : { error: summarize(error) }),
  });
  (level === 'info' ? console.info : level === 'warn' ? console.warn : console.error)(line);
}

/** An error by kind, place and database code. A statement's parameters, which messages may quote, stay out. */
function summarize(error: unknown): Fields {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = error instanceof DomainError ? error.code : databaseErrorCode(error);
  const root = rootOf(error);
  return {
    kind: root.name,
    ...(code ? { code } : {}),
    message:
      'query' in root || 'detail' in root || root.message.startsWith('Failed query')
        ? 'database error'
        : root.message,
    at: root.stack
      ?.split('\n')
      .slice(1, 8)
      .map((frame) => frame.trim()),
  };
}

function rootOf(error: Error): Error {
  let root = error;
  for (let depth = 0; root.cause instanceof Error && depth < 5; depth++) root = root.cause;
  return root;
}

export const log = {
  info: (message: string, fields?: Fields) => write('info', message, fields),
  warn: (message: string, fields?: Fields) => write('warn', message, fields),
  error: (message: string, fields?: Fields) => write('error', message, fields),
};
