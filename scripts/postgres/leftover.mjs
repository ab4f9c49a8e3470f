import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, signal } from '../processes.mjs';

const fastStopMs = 20_000;
const immediateStopMs = 10_000;

/**
 * Stops a server that a killed start left behind on this data, and takes away its lock file when it
 * names a process that is something else by now.
 * @param {string} dir
 * @returns {Promise<boolean>} whether there was one
 */
export async function stopLeftover(dir) {
  const pid = postmasterPid(dir);
  if (pid === null || !isAlive(pid)) return false;
  if (!isServerOf(pid, dir)) {
    rmSync(lockFile(dir), { force: true });
    return false;
  }
  await stopServer(pid);
  return true;
}

/**
 * Stops a server: fast (roll back, checkpoint), and at once when that takes too long.
 * @param {number} pid
 */
export async function stopServer(pid) {
  for (const [name, waitMs] of /** @type {const} */ ([
    ['SIGINT', fastStopMs],
    ['SIGQUIT', immediateStopMs],
    ['SIGKILL', immediateStopMs],
  ])) {
    signal(pid, name);
    const deadline = performance.now() + waitMs;
    while (isAlive(pid) && performance.now() < deadline) await pause(20);
    if (!isAlive(pid)) return;
  }
  throw new Error(`The PostgreSQL with process id ${pid} does not stop.`);
}

/** Whether the server on this data is ready for connections, by its own word. */
export function isReady(/** @type {string} */ dir, /** @type {number} */ pid) {
  const lines = lockLines(dir);
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

function postmasterPid(/** @type {string} */ dir) {
  const pid = Number(lockLines(dir)[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

function lockFile(/** @type {string} */ dir) {
  return path.join(dir, 'postmaster.pid');
}

/** @param {string} dir @returns {string[]} empty while there is no server */
function lockLines(dir) {
  if (!existsSync(lockFile(dir))) return [];
  try {
    return readFileSync(lockFile(dir), 'utf8').split('\n');
  } catch (error) {
    // It may go between the two looks.
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return [];
    throw error;
  }
}

function isServerOf(/** @type {number} */ pid, /** @type {string} */ dir) {
  const answer = spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  const command = existsSync(`/proc/${pid}/cmdline`)
    ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    : (answer.stdout ?? '');
  return (
    command.includes('postgres') && (command.includes(dir) || command.includes(realpathSync(dir)))
  );
}
