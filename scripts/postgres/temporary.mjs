import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../ports.mjs';
import { signal } from '../processes.mjs';
import { mayEnter, serverAccount } from './account.mjs';
import { initialise, superuser } from './initialise.mjs';
import { startServer } from './server.mjs';
import { openDirectory, serverFiles, systemDir } from './server-files.mjs';

/**
 * A server that can be made to fail.
 * @typedef {object} Mishaps
 * @property {(how: 'shut' | 'killed') => Promise<void>} goDown shut as for a restart, or kill -9.
 * @property {() => Promise<void>} comeBack on the same data and port.
 */

/**
 * A throw-away cluster on a port of its own, for tests and measurements.
 * @param {{ durable?: boolean }} [options] `durable` keeps fsync on; tests can do without.
 * @returns {Promise<{ adminUrl: string, pid: number, stop: () => Promise<void> } & Mishaps>} the
 *   owner's address (of the database `postgres`); `stop` also removes the data.
 */
export async function temporaryCluster({ durable = false } = {}) {
  const account = serverAccount();
  const files = await serverFiles(account);
  const home = temporaryHome(account);
  const remove = () => rmSync(home, { recursive: true, force: true });
  let server;
  try {
    const dir = path.join(home, 'data');
    const password = randomBytes(18).toString('hex');
    initialise({ dir, files, account, password, durable });
    const port = await freePort();
    const start = () => startServer({ dir, files, account, port, durable, log: () => {} });
    let running = await start();
    server = running;
    // A run that ends early leaves no server and no data behind.
    const abandon = () => {
      signal(running.pid, 'SIGKILL');
      remove();
    };
    process.once('exit', abandon);
    return {
      adminUrl: `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`,
      pid: running.pid,
      async stop() {
        process.off('exit', abandon);
        await running.stop();
        remove();
      },
      async goDown(how) {
        if (how === 'killed') signal(running.pid, 'SIGKILL');
        else await running.stop();
        // Its sessions outlive a killed server for a moment, and no other may start before.
        await running.ended;
      },
      async comeBack() {
        running = await start();
      },
    };
  } catch (error) {
    await server?.stop();
    remove();
    throw error;
  }
}

/** @param {import('./account.mjs').Account | null} account */
function temporaryHome(account) {
  let parent = tmpdir();
  if (!mayEnter(account, parent)) {
    parent = systemDir;
    openDirectory(parent);
  }
  const home = mkdtempSync(path.join(parent, 'butaca-'));
  if (account) chownSync(home, account.uid, account.gid);
  return home;
}
