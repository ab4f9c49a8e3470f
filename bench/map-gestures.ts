import type { Page } from 'playwright';

const stepMs = 16;
const notches = 14;
const drags = 4;
const dragSteps = 18;
/** A throw has come to rest. */
const momentumMs = 350;

/**
 * The times between frames while something is done, in milliseconds: what the eye gets, and so the
 * main thread's work, the painting of the canvas and the compositor's together. A frame that takes
 * longer than the screen's 16.7 ms shows up as two of them.
 */
export async function framesWhile(page: Page, act: () => Promise<void>): Promise<number[]> {
  const frames = await page.evaluateHandle(() => {
    const seen = {
      times: [] as number[],
      last: 0,
      on: true,
      tick(now: number) {
        if (seen.last > 0) seen.times.push(now - seen.last);
        seen.last = now;
        if (seen.on) requestAnimationFrame(seen.tick);
      },
    };
    requestAnimationFrame(seen.tick);
    return seen;
  });
  await act();
  return await frames.evaluate((seen) => {
    seen.on = false;
    return seen.times;
  });
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? Number.NaN;
}

/** From the whole hall down to single seats and back, with drags and throws at each distance. */
export async function handleMap(page: Page): Promise<void> {
  const map = page.locator('[data-slot="hall"] canvas[role="application"]');
  await map.scrollIntoViewIfNeeded();
  const box = await map.boundingBox();
  if (!box) throw new Error('The map is not on the page');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const wheel = async (delta: number, count: number) => {
    await page.mouse.move(middle.x - 60, middle.y - box.height * 0.3);
    for (let n = 0; n < count; n++) {
      await page.mouse.wheel(0, delta);
      await page.waitForTimeout(stepMs * 2);
    }
  };
  const drag = async () => {
    for (let n = 0; n < drags; n++) {
      const way = n % 2 === 0 ? 1 : -1;
      await page.mouse.move(middle.x - 150 * way, middle.y);
      await page.mouse.down();
      for (let step = 1; step <= dragSteps; step++) {
        await page.mouse.move(middle.x + (-150 + step * 16) * way, middle.y + step * 5 * way);
        await page.waitForTimeout(stepMs);
      }
      await page.mouse.up();
      await page.waitForTimeout(momentumMs);
    }
  };
  await wheel(-80, notches / 2);
  await drag();
  await wheel(-80, notches / 2);
  await drag();
  await wheel(-120, notches / 2);
  await drag();
  await wheel(160, notches * 2);
}
