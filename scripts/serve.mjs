// The production server: Next.js behind one door of our own, through which live streams go.
import { createServer } from 'node:http';
import next from 'next';
import { root } from './project.mjs';
import { staticFiles } from './static-files.mjs';

const port = Number(process.env.PORT);
const app = next({ dev: false, dir: root, port });
await app.prepare();
const toNext = app.getRequestHandler();
const toFiles = staticFiles();

/** @typedef {(request: import('node:http').IncomingMessage, answer: import('node:http').ServerResponse) => boolean} Door */
/** Hung up by instrumentation-node.ts, which Next.js loads when it likes. */
const doors = /** @type {{ butaca?: Map<string, Door> }} */ (globalThis);

const server = createServer((request, answer) => {
  if (!isReadable(request.url ?? '')) return void answer.writeHead(400).end('Bad Request');
  if (doors.butaca?.get('live-door')?.(request, answer)) return;
  toFiles(request, answer, () => void toNext(request, answer));
});

/** Next.js calls an address that cannot be decoded an error of the server's. @param {string} url */
function isReadable(url) {
  try {
    decodeURI(url);
    return true;
  } catch {
    return false;
  }
}

server.once('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
server.listen(port);

/** Requests under way are answered first; whoever started the server ends its patience. */
const stop = (/** @type {number} */ code) => () => {
  server.close(async () => {
    await app.close();
    process.exit(code);
  });
};
process.once('SIGINT', stop(130));
process.once('SIGTERM', stop(143));
