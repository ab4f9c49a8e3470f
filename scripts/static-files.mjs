import path from 'node:path';
import sirv from 'sirv';
import { load, root } from './project.mjs';

const address = '/_next/static/';

/**
 * Answers for the files of the build, in the smallest form that the browser takes. Their names
 * change with what is in them, so that they may be kept for good.
 * @returns {Promise<(request: import('node:http').IncomingMessage,
 *   answer: import('node:http').ServerResponse, next: () => void) => void>} what it does not know it passes on
 */
export async function staticFiles() {
  const { everywhere } = await load('lib/http/fixed-headers.ts');
  const files = sirv(path.join(root, '.next', 'static'), {
    brotli: true,
    gzip: true,
    immutable: true,
    maxAge: 31_536_000,
    setHeaders: (answer) => {
      for (const { key, value } of everywhere) answer.setHeader(key, value);
    },
  });
  return (request, answer, next) => {
    if (!request.url?.startsWith(address)) return next();
    const whole = request.url;
    request.url = whole.slice(address.length - 1);
    files(request, answer, () => {
      request.url = whole;
      next();
    });
  };
}
