import { DomainError } from '@/lib/errors';
import { route } from './route';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const refusals = new WeakSet<object>();

/** Handlers of the methods that an address does not take, for one that takes `taken`, and of OPTIONS. */
export function refusing(...taken: Method[]) {
  const answered = taken.includes('GET') ? ['HEAD', 'OPTIONS'] : ['OPTIONS'];
  const allow = [...taken, ...answered].join(', ');
  const refusal = route('other method', async () => {
    throw new DomainError('method_not_allowed', { allow });
  });
  refusals.add(refusal);
  // Next.js on its own would name every method that has a handler, those that refuse as well.
  const options = () => new Response(null, { status: 204, headers: { allow } });
  return {
    GET: refusal,
    POST: refusal,
    PUT: refusal,
    PATCH: refusal,
    DELETE: refusal,
    OPTIONS: options,
  };
}

/** Whether a handler is one of `refusing`. */
export const refuses = (handler: object) => refusals.has(handler);
