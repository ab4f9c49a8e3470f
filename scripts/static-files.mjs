import path from 'node:path';
import sirv from 'sirv';
import { root } from './project.mjs';

const address = '/_next/static/';

/**
 * Answers for the files of the build, in the smallest form that the browser takes. Their names
 * change with what is in them, so that they may be kept for good.
 * @param {string} [folder] where they are
 * @returns {(request: import('node:http').IncomingMessage,
 *   answer: import('node:http').ServerResponse, next: () => void) => void} what it does not know it passes on
 */
export function staticFiles(folder = path.join(root, '.next', 'static')) {
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    immutable: true,
    maxAge: 31_536_000,
    // What else pages say means nothing for a script, and would be two of its bytes in a hundred.
    setHeaders: (answer) => answer.setHeader('x-content-type-options', 'nosniff'),
  });
  return (request, answer, next) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads || !request.url?.startsWith(address)) return next();
    // sirv takes a range as it comes: one that ends before it begins would end the process.
    delete request.headers.range;
    answer.once('pipe', letGo);
    withoutDate(answer);
    const whole = request.url;
    request.url = whole.slice(address.length - 1);
    files(request, answer, () => {
      answer.off('pipe', letGo);
      request.url = whole;
      next();
    });
  };
}

/**
 * A file that is kept for good is never asked about again: when it was made is 45 bytes for nothing.
 * @param {import('node:http').ServerResponse} answer
 */
function withoutDate(answer) {
  const { writeHead } = answer;
  answer.writeHead = (/** @type {number} */ status, /** @type {any} */ headers) => {
    const { 'Last-Modified': _, ...rest } = headers ?? {};
    return writeHead.call(answer, status, rest);
  };
}

/**
 * sirv neither closes a file whose reader has gone, nor expects one that is there no more.
 * @this {import('node:http').ServerResponse} @param {import('node:stream').Readable} file
 */
function letGo(file) {
  this.once('close', () => file.destroy());
  file.once('error', (error) => {
    console.error(error.message);
    this.destroy();
  });
}
