import { interrupt } from './child.mjs';

/**
 * What was started, to be stopped in the opposite order, once: at the end, or at Ctrl-C.
 */
export function teardown() {
  /** @type {(() => unknown)[]} */
  const steps = [];
  /** @type {Promise<void> | null} */
  let done = null;
  let interrupted = false;

  async function run() {
    for (let step = steps.pop(); step; step = steps.pop()) {
      try {
        await step();
      } catch (error) {
        // One that does not stop must not keep the others running.
        console.error(error);
        process.exitCode = 1;
      }
    }
  }

  const self = {
    get interrupted() {
      return interrupted;
    },
    /** @param {() => unknown} step */
    add(step) {
      steps.push(step);
    },
    stop() {
      done ??= run().finally(() => {
        done = null;
      });
      return done;
    },
    /** Stops everything at an interruption; the second one does not wait for manners. */
    onInterruption(/** @type {() => void} */ then) {
      for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
        process.on(name, () => {
          if (interrupted) process.exit(1);
          interrupted = true;
          console.info('\nStopping…');
          interrupt();
          then();
        });
      }
    },
  };
  return self;
}
