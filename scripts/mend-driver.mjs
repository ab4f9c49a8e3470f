import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './project.mjs';
import { Refusal } from './refusal.mjs';

/**
 * The database driver ends the process when a connection is lost between a statement and its
 * writing, or leaves the connection mute for good (github.com/porsager/postgres/issues/1154 and
 * 1208, open as of 3.4.9). Each pair is what it says and what it must say.
 */
const mends = [
  [
    'function nextWrite(fn) {\n    const x = socket.write(chunk, fn)',
    `function nextWrite(fn) {
    if (socket === null) {
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
      return false
    }
    const x = socket.write(chunk, fn)`,
  ],
  [
    'clearImmediate(nextWriteTimer)\n    socket.removeListener',
    'clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    socket.removeListener',
  ],
  [
    'clearImmediate(nextWriteTimer)\n    if (socket) {',
    'clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    if (socket) {',
  ],
  ['!hadError && (query || sent.length) && error(', 'if (query || sent.length) error('],
  // Its own first question, lost with its connection: nobody hears of it, and the next one asks anew.
  ['return fetchArrayTypes()\n', 'return fetchArrayTypes().catch(() => {})\n'],
];

/**
 * Mends the installed driver, once.
 * @throws {Refusal} when it is another version than the mends were made for.
 */
export function mendDriver() {
  for (const build of ['src', 'cjs/src']) {
    const file = path.join(root, 'node_modules/postgres', build, 'connection.js');
    if (!existsSync(file)) continue;
    const text = readFileSync(file, 'utf8');
    const mended = mends.reduce((so, [from, to]) => mendOne(so, from, to), text);
    if (mended === text) continue;
    writeFileSync(`${file}.mended`, mended);
    renameSync(`${file}.mended`, file);
  }
}

function mendOne(/** @type {string} */ text, /** @type {string} */ from, /** @type {string} */ to) {
  const places = text.split(from).length - 1;
  if (places === 1) return text.replace(from, () => to);
  if (places === 0 && text.includes(to)) return text;
  throw new Refusal(
    'The installed postgres package is not the one that scripts/mend-driver.mjs is made for.',
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) mendDriver();
