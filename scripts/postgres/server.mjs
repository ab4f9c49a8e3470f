import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { track } from '../child.mjs';
import { workingAs } from './account.mjs';
import { explain } from './initialise.mjs';
import { isReady, stopLeftover, stopServer } from './leftover.mjs';

/**
 * @typedef {import('./server-files.mjs').ServerFiles} ServerFiles
 * @typedef {import('./account.mjs').Account} Account
 * @typedef {{ dir: string, files: ServerFiles, account: Account | null, port: number,
 *   durable: boolean, log: (text: string) => void }} ServerOptions
 * @typedef {{ pid: number, ended: Promise<void>, stop: () => Promise<void> }} Server
 */

/** After a crash the server replays its log before it answers; a long one takes minutes. */
const readyMs = 10 * 60_000;
/** How much of what it says is kept to explain a failed start. */
const tailCharacters = 8_192;

/**
 * Starts the server on the cluster in `dir` and waits until it takes connections.
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 * @throws {import('../refusal.mjs').Refusal} when it does not start.
 */
export async function startServer({ dir, files, account, port, durable, log }) {
  await stopLeftover(dir);
  const child = spawn(files.postgres, ['-D', dir, ...settings(port, durable)], {
    ...workingAs(account),
    // A group of its own: Ctrl-C must reach the app first and the database last.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const untrack = track(child);
  let tail = '';
  child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    tail = (tail + text).slice(-tailCharacters);
    log(text);
  });
  let failure = '';
  child.on('error', (error) => {
    failure = error.message;
  });
  const ended = /** @type {Promise<void>} */ (once(child, 'close').then(() => {}));
  let gone = false;
  ended.then(() => {
    gone = true;
    untrack();
  });

  const deadline = performance.now() + readyMs;
  while (!(child.pid && isReady(dir, child.pid))) {
    if (gone || performance.now() > deadline) {
      child.kill('SIGQUIT');
      throw explain(dir, `${tail}\n${failure}`);
    }
    await Promise.race([pause(20), ended]);
  }
  untrack();
  const { pid } = child;
  return {
    pid,
    ended,
    async stop() {
      if (!gone) await stopServer(pid);
      await ended;
    },
  };
}

function settings(/** @type {number} */ port, /** @type {boolean} */ durable) {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '8MB',
    max_wal_size: '2GB',
    min_wal_size: '256MB',
    wal_compression: 'on',
    random_page_cost: 1.1,
    // Short statements by the thousand: compiling them costs more than it saves.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
    cluster_name: 'butaca',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
