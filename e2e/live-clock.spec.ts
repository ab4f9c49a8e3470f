import type { Page } from '@playwright/test';
import { Buyer } from './support/buyer';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls({ CART_LOCK_DURATION_MINUTES: '1.5' });
});
test.afterAll(() => halls.stop());

/** The cart's clock against the server's, in seconds. */
async function offBy(buyer: Buyer, tenant: string): Promise<number> {
  const { locks } = await buyer.status(tenant);
  const leftMs = Math.min(...locks.map((lock) => lock.remainingMs));
  return Math.abs((await buyer.secondsShown()) - leftMs / 1000);
}

const skewed = (page: Page, minutes: number) =>
  page.addInitScript((byMs) => {
    const now = Date.now;
    Date.now = () => now() + byMs;
  }, minutes * 60_000);

for (const minutes of [10, -10]) {
  test(`the countdown is right with the device's clock ${minutes} minutes off`, async ({
    page,
  }) => {
    const hall = await halls.open();
    await skewed(page, minutes);
    const ana = new Buyer(page);
    await ana.enter(halls.pageOf(hall));
    await ana.take(4);
    await expect.poll(() => offBy(ana, hall.slug)).toBeLessThan(2);
  });
}

test('a phone that slept shows the right time at once when it wakes', async ({ page }) => {
  const hall = await halls.open();
  await page.clock.install();
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await ana.take(4);
  // Asleep, timers stop, and on some devices the page's own clock stops with them.
  await page.clock.pauseAt(Date.now() + 1_000);
  const asleepAt = await ana.secondsShown();
  await expect
    .poll(async () => (await ana.status(hall.slug)).locks[0]?.remainingMs ?? 0)
    .toBeLessThan((asleepAt - 4) * 1000);
  await page.clock.resume();
  await page.evaluate(() =>
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
  );
  await expect.poll(() => offBy(ana, hall.slug), { timeout: 2_000 }).toBeLessThan(1.5);
});

test('a tab that the browser froze shows the right time when it thaws', async ({ page }) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await ana.take(4);
  const before = await ana.secondsShown();
  const browser = await page.context().newCDPSession(page);
  await browser.send('Page.setWebLifecycleState', { state: 'frozen' });
  await expect
    .poll(async () => (await ana.status(hall.slug)).locks[0]?.remainingMs ?? 0)
    .toBeLessThan((before - 3) * 1000);
  await browser.send('Page.setWebLifecycleState', { state: 'active' });
  await expect.poll(() => offBy(ana, hall.slug), { timeout: 2_000 }).toBeLessThan(1.5);
});
