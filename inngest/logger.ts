import type { Logger } from 'inngest';
import { log } from '@/lib/log';

type Write = (message: string, fields: { reason?: string }) => void;

/**
 * Inngest's own messages as lines of the product's log. It passes an object with the error, then
 * the text; of the error only its message is kept, since anybody may send a request without a
 * signature and a stack trace each would fill the log.
 */
function line(write: Write) {
  return (...parts: unknown[]): void => {
    const text = parts.find((part) => typeof part === 'string');
    const about = parts.find((part) => typeof part === 'object' && part !== null);
    const error = about instanceof Error ? about : about && 'err' in about ? about.err : undefined;
    write(`inngest: ${text ?? 'message'}`, error instanceof Error ? { reason: error.message } : {});
  };
}

export const inngestLogger: Logger = {
  debug: () => {},
  info: line(log.info),
  warn: line(log.warn),
  error: line(log.error),
};
