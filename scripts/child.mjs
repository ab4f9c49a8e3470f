import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { signal } from './processes.mjs';
import { root } from './project.mjs';

/** Commands under way, so that an interruption reaches them. @type {Set<import('node:child_process').ChildProcess>} */
const underWay = new Set();
let interrupted = false;

/**
 * Lets an interruption reach a child that somebody waits for.
 * @template {import('node:child_process').ChildProcess} Child
 * @param {Child} child @returns {() => void} to call when it need not any more
 */
export function track(child) {
  if (interrupted) child.kill('SIGTERM');
  underWay.add(child);
  return () => underWay.delete(child);
}

/**
 * Runs a command to its end, its output shown as it comes.
 * @param {string} command @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code; 128 and more when a signal ended it.
 */
export async function run(command, args, { env = process.env } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: command.endsWith('.cmd'),
  });
  const untrack = track(child);
  try {
    const [status, signalName] = await once(child, 'close');
    return status ?? 128 + (signalName === 'SIGINT' ? 2 : 15);
  } finally {
    untrack();
  }
}

/** Passes an interruption on to the commands under way, and to any that still begin. */
export function interrupt() {
  interrupted = true;
  for (const child of underWay) child.kill('SIGTERM');
}

/**
 * Ends a child that leads its own group, and all that it started: politely, then not.
 * @param {import('node:child_process').ChildProcess} child @param {number} graceMs
 */
export async function endGroup(child, graceMs) {
  const { pid } = child;
  if (pid === undefined) return;
  const group = process.platform === 'win32' ? pid : -pid;
  if (child.exitCode === null && child.signalCode === null) {
    const closed = once(child, 'exit');
    signal(group, 'SIGTERM');
    const clock = new AbortController();
    await Promise.race([
      closed,
      pause(graceMs, undefined, { signal: clock.signal }).catch(() => {}),
    ]);
    clock.abort();
  }
  // What it started may have outlived it.
  signal(group, 'SIGKILL');
}
