import type { Page } from '@playwright/test';
import { Buyer, looks } from './support/buyer';
import { crowdAgent, postLock } from './support/crowd';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
const agent = crowdAgent();
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(async () => {
  agent.destroy();
  await halls.stop();
});

/** The page's connections to the live feed so far. */
function feedsOf(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (request.url().includes('/live?')) count += 1;
  });
  return () => count;
}

test('a feed that says nothing any more is left for a new one, with an empty cart as well', async ({
  page,
}) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  const feeds = feedsOf(page);
  await page.clock.install();
  await ana.enter(halls.pageOf(hall));
  expect(feeds()).toBe(1);
  await page.clock.fastForward(50_000);
  await expect.poll(feeds).toBe(2);
  const rival = await postLock(agent, halls.app.url, {
    eventId: hall.eventId,
    items: [{ zoneId: hall.numbered, seatId: hall.seatIds[8] }],
  });
  expect(rival.status).toBe(201);
  await expect(ana.seat(9)).toHaveAccessibleName(looks.held);
});

test('a map without news says so, although the cart is answered, until it has news again', async ({
  page,
}) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  const feeds = feedsOf(page);
  await page.clock.install();
  await ana.enter(halls.pageOf(hall));
  await page.route(/\/(live|availability)\?/, (route) => route.abort());
  await page.clock.fastForward(50_000);
  const notice = page.locator('[data-slot=stale]');
  await expect(notice).toContainText('El plano ha dejado de actualizarse');
  await page.unroute(/\/(live|availability)\?/);
  const before = feeds();
  await page.clock.fastForward(31_000);
  await expect.poll(feeds).toBeGreaterThan(before);
  await expect(notice).toHaveCount(0);
});

test('a click that is not answered for long stays on its way, and the page says that it waits', async ({
  page,
}) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/noche$/, async (route) => {
    await answered;
    await route.continue();
  });
  await ana.seat(4).click();
  const notice = page.locator('[data-slot=slow]');
  await expect(notice).toContainText('Seguimos intentándolo');
  await expect(ana.lines).toContainText('Guardando');
  answer();
  await expect(ana.seat(4)).toHaveAccessibleName(looks.mine);
  await expect(notice).toHaveCount(0);
});

test('an event that is taken down while it is watched says so, and so does its return', async ({
  page,
}) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  await page.clock.install();
  await ana.enter(halls.pageOf(hall));
  await halls.admin`UPDATE events SET status = 'draft' WHERE id = ${hall.eventId}`;
  const notice = page.locator('[data-slot=sale-notice]');
  await expect(notice).toContainText('Esta función se ha retirado');
  await expect(notice.getByRole('link')).toHaveAttribute('href', `/es/${hall.slug}`);
  await expect(ana.seat(4)).toBeDisabled();
  await halls.admin`UPDATE events SET status = 'published' WHERE id = ${hall.eventId}`;
  await page.clock.fastForward(31_000);
  await expect(notice).toHaveCount(0);
  await ana.take(4);
});
