import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the range that systems use for outgoing connections, and never 5432. */
const range = { from: 20_000, to: 30_000 };
const attemptsMax = 100;

/**
 * Whether something could listen there now.
 * @param {number} port @param {string} [host] without one, on every interface.
 * @returns {Promise<boolean>}
 */
export function isFree(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** A port of the loopback interface that nobody listens on. @returns {Promise<number>} */
export async function freePort() {
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const port = randomInt(range.from, range.to);
    if (await isFree(port, '127.0.0.1')) return port;
  }
  throw new Error(`No free port between ${range.from} and ${range.to}.`);
}
