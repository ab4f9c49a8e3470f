import { setTimeout as pause } from 'node:timers/promises';

const backoff = { firstMs: 200, mostMs: 5_000 };
const restartsMax = 8;
const windowMs = 60_000;

/**
 * @template {{ ended: Promise<void>, stop: () => Promise<void> }} Running
 * @typedef {{ current: Running, stop: () => Promise<void>, lost: Promise<Error> }} Supervised
 */

/**
 * Keeps something running: when it ends by itself it is started again, soon and then less soon. Too
 * many restarts in a minute mean that starting again does not help: `lost` then tells.
 * @template {{ ended: Promise<void>, stop: () => Promise<void> }} Running
 * @param {string} name for people @param {() => Promise<Running>} start
 * @returns {Promise<Supervised<Running>>}
 */
export async function supervise(name, start) {
  let current = await start();
  let stopping = false;
  /** @type {(error: Error) => void} */
  let giveUp = () => {};
  const lost = /** @type {Promise<Error>} */ (
    new Promise((resolve) => {
      giveUp = resolve;
    })
  );

  async function watch() {
    /** @type {number[]} */
    const restarts = [];
    for (;;) {
      await current.ended;
      for (let started = false; !started; ) {
        if (stopping) return;
        const now = performance.now();
        while (restarts.length > 0 && now - (restarts[0] ?? 0) > windowMs) restarts.shift();
        if (restarts.length >= restartsMax) {
          return giveUp(new Error(`${name} ended ${restartsMax + 1} times within a minute.`));
        }
        await pause(Math.min(backoff.firstMs * 2 ** restarts.length, backoff.mostMs));
        if (stopping) return;
        restarts.push(now);
        console.warn(`${name} ended by itself: starting it again.`);
        try {
          current = await start();
          started = true;
        } catch (error) {
          console.warn(error instanceof Error ? error.message : error);
        }
      }
      // Asked to stop while it was coming up.
      if (stopping) return current.stop();
    }
  }

  const watching = watch();
  watching.catch(giveUp);
  return {
    get current() {
      return current;
    },
    lost,
    async stop() {
      stopping = true;
      await current.stop();
      await watching.catch(() => {});
    },
  };
}
