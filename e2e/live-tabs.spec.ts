import type { BrowserContext } from '@playwright/test';
import { Buyer, looks } from './support/buyer';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

const graceMs = 4_000;

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls({
    CART_LOCK_ABANDON_GRACE_SECONDS: String(graceMs / 1000),
    CART_LOCK_DURATION_MINUTES: '1.5',
  });
});
test.afterAll(() => halls.stop());

async function tab(context: BrowserContext, address: string): Promise<Buyer> {
  const buyer = new Buyer(await context.newPage());
  await buyer.enter(address);
  return buyer;
}

/** The cart's rows as the owner sees them: to ask the server would resume an abandoned cart. */
const rows = (eventId: string) =>
  halls.admin<{ id: string; status: string; reason: string | null; abandoned: boolean }[]>`
    SELECT id, status, end_reason AS reason, former_expires_at IS NOT NULL AS abandoned
    FROM cart_item_locks WHERE event_id = ${eventId} ORDER BY locked_at`;

test('reload, Back and Forward keep the cart', async ({ context }) => {
  const hall = await halls.open();
  const ana = await tab(context, halls.pageOf(hall));
  await ana.take(4);
  await ana.page.reload();
  await expect(ana.lines).toHaveCount(1);
  await ana.page.goto(`${halls.app.url}/es`);
  await ana.page.goBack();
  await expect(ana.lines).toHaveCount(1);
  await ana.page.goForward();
  await ana.page.goBack();
  await expect(ana.lines).toHaveText(/Fila 1, butaca 4/);
  await expect
    .poll(async () => rows(hall.eventId))
    .toMatchObject([{ status: 'active', abandoned: false }]);
});

test('a reload of a page that shows no cart keeps it', async ({ context }) => {
  const hall = await halls.open();
  const ana = await tab(context, halls.pageOf(hall));
  await ana.take(4);
  for (const path of ['/es', '/es/sign-in', `/es/${hall.slug}`]) {
    await ana.page.goto(`${halls.app.url}${path}`);
    const asked = ana.page.waitForResponse(/\/sales\/cart\/lock\/status/);
    await ana.page.reload();
    await asked;
    await expect
      .poll(async () => rows(hall.eventId))
      .toMatchObject([{ status: 'active', abandoned: false }]);
  }
});

test('two tabs are in step, and one of them may be closed', async ({ context }) => {
  const hall = await halls.open();
  const first = await tab(context, halls.pageOf(hall));
  await first.take(4);
  const second = await tab(context, halls.pageOf(hall));
  await expect(second.seat(4)).toHaveAccessibleName(looks.mine);
  await second.take(5);
  await expect(first.lines).toHaveCount(2);
  await first.seat(4).click();
  await expect(second.lines).toHaveText([/Fila 1, butaca 5/]);
  await expect(second.seat(4)).toHaveAccessibleName(looks.free);

  const heardBye = second.page.waitForResponse(/\/sales\/cart\/lock\/status/);
  await first.page.close();
  await heardBye;
  expect(await rows(hall.eventId)).toMatchObject([
    { status: 'released', reason: 'buyer' },
    { status: 'active', abandoned: false },
  ]);
});

test('a tab of the catalogue that stays open keeps the seats', async ({ context }) => {
  const hall = await halls.open();
  const catalogue = await context.newPage();
  await catalogue.goto(`${halls.app.url}/es`);
  const ana = await tab(context, halls.pageOf(hall));
  // Until now the catalogue had no cart to know of, and did not count as an open tab.
  const looked = catalogue.waitForResponse(/\/sales\/cart\/lock\/status/);
  await ana.take(4);
  await looked;
  const openTabs = () =>
    ana.page.evaluate(async () => (await navigator.locks.query()).held?.length);
  await expect.poll(openTabs).toBe(2);
  const heardBye = catalogue.waitForResponse(/\/sales\/cart\/lock\/status/);
  await ana.page.close();
  await heardBye;
  await expect
    .poll(() => rows(hall.eventId))
    .toMatchObject([{ status: 'active', abandoned: false }]);
  // Longer than the grace, after which an abandoned cart is gone.
  const closedAt = Date.now();
  await expect.poll(() => Date.now() - closedAt).toBeGreaterThan(graceMs + 500);
  expect(await rows(hall.eventId)).toMatchObject([{ status: 'active', abandoned: false }]);
});

test('with the last tab the seats go back within the grace', async ({ browser, context }) => {
  const hall = await halls.open();
  const other = await browser.newContext();
  const leo = await tab(other, halls.pageOf(hall));
  const ana = await tab(context, halls.pageOf(hall));
  await ana.take(4);
  await expect(leo.seat(4)).toHaveAccessibleName(looks.held);
  const freeAt = leo.seesAt(4, looks.free);
  const closedAt = Date.now();
  await ana.page.close();
  const afterMs = (await freeAt) - closedAt;
  test.info().annotations.push({ type: 'free after', description: `${afterMs} ms` });
  expect(afterMs).toBeGreaterThan(graceMs - 1_000);
  expect(afterMs).toBeLessThan(graceMs + 1_500);
  await other.close();
});

test('back within the grace, the cart is as it was', async ({ context }) => {
  const hall = await halls.open();
  const ana = await tab(context, halls.pageOf(hall));
  await ana.take(4);
  const before = await ana.status(hall.slug);
  await ana.page.close();
  await expect.poll(async () => rows(hall.eventId)).toMatchObject([{ abandoned: true }]);
  const again = await tab(context, halls.pageOf(hall));
  await expect(again.lines).toHaveText(/Fila 1, butaca 4/);
  const after = await again.status(hall.slug);
  expect(after.locks[0]?.id).toBe(before.locks[0]?.id);
  expect(after.earliestExpiry).toBe(before.earliestExpiry);
});
