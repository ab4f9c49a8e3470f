import { ensureInstalled } from './install.mjs';
import { Refusal } from './refusal.mjs';
import { teardown } from './teardown.mjs';

/** Their message is one line that says what to do. */
const oneLiners = ['Refusal', 'ConfigError', 'MigrationError'];

/**
 * The frame of every command: installs, works, stops what was started, and says in one line what a
 * person can put right.
 * @param {(teardown: ReturnType<typeof import('./teardown.mjs').teardown>) => Promise<void>} work
 */
export async function command(work) {
  const started = teardown();
  /** @type {() => void} */
  let leave = () => {};
  const interruption = /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      leave = resolve;
    })
  );
  started.onInterruption(leave);
  const working = (async () => {
    await ensureInstalled();
    await work(started);
  })();
  try {
    await Promise.race([working, interruption]);
  } catch (error) {
    if (!started.interrupted) say(error);
  }
  await started.stop();
  if (started.interrupted) {
    // What was being started when the interruption came is stopped as well.
    await working.catch(() => {});
    await started.stop();
  }
  process.exit();
}

/** @param {unknown} error */
function say(error) {
  process.exitCode = 1;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    console.error('The disk is full: make room and start again.');
  } else if (error instanceof Error && oneLiners.includes(error.name)) {
    console.error(error.message);
  } else {
    console.error(error instanceof Refusal ? error.message : error);
  }
}
