import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { endGroup, track } from './child.mjs';
import { commandOf, root } from './project.mjs';
import { Refusal } from './refusal.mjs';

/** Requests under way get this long to finish; live streams would never. */
const stopGraceMs = 5_000;
const readyMs = 120_000;
const askEveryMs = 50;
const askMs = 5_000;

// A request's objects are many and short-lived: with room for some hundreds of requests, fewer of
// them outlive a collection. Worth a tenth of the throughput.
const youngGeneration = '--max-semi-space-size=64';

const leash = pathToFileURL(path.join(root, 'scripts', 'leash.mjs')).href;

/**
 * Starts the app and waits until it says that it is ready.
 * @param {{ mode: 'start' | 'dev', port: number, env: NodeJS.ProcessEnv,
 *   output?: 'inherit' | ((text: string) => void), onSpawn?: (pid: number) => void }} options
 * @returns {Promise<{ pid: number, ended: Promise<void>, stop: () => Promise<void> }>}
 * @throws {Refusal} when it ends, or is not ready in time.
 */
export async function startApp({ mode, port, env, output = 'inherit', onSpawn }) {
  const piped = output === 'inherit' ? 'inherit' : 'pipe';
  const served =
    mode === 'start'
      ? [path.join(root, 'scripts', 'serve.mjs')]
      : [commandOf('next'), 'dev', '-p', String(port)];
  const args = [youngGeneration, '--import', leash, ...served];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...env, PORT: String(port), NEXT_TELEMETRY_DISABLED: '1' },
    // A group of its own: Ctrl-C is passed on in order, the database last.
    detached: process.platform !== 'win32',
    stdio: ['ignore', piped, piped, 'ipc'],
  });
  if (typeof output === 'function') {
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', output);
  }
  const untrack = track(child);
  let gone = false;
  const ended = /** @type {Promise<void>} */ (
    once(child, 'exit').then(() => {
      gone = true;
      untrack();
    })
  );
  const stop = async () => {
    await endGroup(child, stopGraceMs);
    await ended;
  };
  if (child.pid !== undefined) onSpawn?.(child.pid);

  const deadline = performance.now() + readyMs;
  let missing = 'no answer';
  for (;;) {
    const answer = await askReady(port);
    if (answer === null && !gone) {
      untrack();
      return { pid: child.pid ?? 0, ended, stop };
    }
    if (answer) missing = answer;
    if (gone) throw new Refusal('The app ended before it was ready: what it said is above.');
    if (performance.now() > deadline) {
      await stop();
      throw new Refusal(`The app was not ready within ${readyMs / 1000} s: ${missing}`);
    }
    await Promise.race([pause(askEveryMs), ended]);
  }
}

/** @param {number} port @returns {Promise<string | null>} null when ready, else what is missing */
async function askReady(port) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, {
      signal: AbortSignal.timeout(askMs),
    });
    return answer.ok ? null : `/readyz: ${answer.status} ${await answer.text()}`;
  } catch (error) {
    // Not listening yet.
    return error instanceof Error ? error.message : String(error);
  }
}
