import type { Page } from '@playwright/test';
import type { Hall } from '../db/testing/hall';
import { Buyer, looks } from './support/buyer';
import { crowdAgent, postLock } from './support/crowd';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

let halls: SmallHalls;
const agent = crowdAgent();
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(async () => {
  agent.destroy();
  await halls.stop();
});

/** Holds what the page sends to change its cart until it is let go; counts what was sent. */
async function holdActions(page: Page): Promise<{ letGo: () => void; sent: () => number }> {
  let sent = 0;
  let letGo = () => {};
  const held = new Promise<void>((go) => {
    letGo = go;
  });
  await page.route(/\/noche$/, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    sent += 1;
    await held;
    await route.continue();
  });
  return { letGo, sent: () => sent };
}

/** As fast as a page can be clicked: in one go, before it has drawn anything. */
async function clickAll(buyer: Buyer, labels: readonly number[]): Promise<void> {
  const names = labels.map((label) => `fila 1, butaca ${label},`);
  await buyer.page.evaluate((starts) => {
    for (const start of starts) {
      document.querySelector<HTMLElement>(`button[aria-label^="${start}"]`)?.click();
    }
  }, names);
}

const seatOf = (hall: Hall, label: number) => ({
  zoneId: hall.numbered,
  seatId: hall.seatIds[label - 1] as number,
});

test('ten quick clicks show at once, travel together, and each gets its own answer', async ({
  page,
}) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  const actions = await holdActions(page);
  await clickAll(ana, ten);
  await expect(ana.lines).toHaveCount(10);
  for (const label of ten) await expect(ana.seat(label)).toHaveAccessibleName(looks.choosing);
  // Somebody else is quicker with one of them.
  const rival = await postLock(agent, halls.app.url, {
    eventId: hall.eventId,
    items: [seatOf(hall, 6)],
  });
  expect(rival.status).toBe(201);
  actions.letGo();
  await expect(ana.offer('Alguien se ha adelantado con Platea, fila 1, butaca 6')).toBeVisible();
  await expect(ana.lines).toHaveCount(9);
  for (const label of ten) {
    await expect(ana.seat(label)).toHaveAccessibleName(label === 6 ? looks.held : looks.mine);
  }
  expect(actions.sent()).toBe(2);
  expect((await ana.status(hall.slug)).locks).toHaveLength(9);
});

test('clicks and their opposites made while an answer is awaited come out right', async ({
  page,
}) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  const actions = await holdActions(page);
  await clickAll(ana, [1, 2, 3]);
  await expect(ana.lines).toHaveCount(3);
  // One that travels, and one that waits, are given back before their answers came.
  const back = (label: number) =>
    ana.cart.getByRole('button', { name: `Quitar Platea, fila 1, butaca ${label}` });
  await back(1).click();
  await back(2).click();
  await expect(ana.lines).toHaveText(/Fila 1, butaca 3/);
  actions.letGo();
  await expect(ana.seat(1)).toHaveAccessibleName(looks.free);
  await expect(ana.seat(2)).toHaveAccessibleName(looks.free);
  await expect(ana.seat(3)).toHaveAccessibleName(looks.mine);
  await expect.poll(async () => (await ana.status(hall.slug)).locks).toMatchObject([{ seat: '3' }]);
});

test('a double click takes the seat once and keeps it', async ({ page }) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await ana.seat(4).dblclick();
  await expect(ana.seat(4)).toHaveAccessibleName(looks.mine);
  await expect(ana.lines).toHaveText(/Fila 1, butaca 4/);
  expect((await ana.status(hall.slug)).locks).toHaveLength(1);
});

test('the limit is told with its number', async ({ page }) => {
  const hall = await halls.open({ settings: { max_locks_per_session: 8 } });
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await clickAll(ana, ten);
  await expect(ana.told('Puedes guardar 8 entradas como mucho')).toBeVisible();
  await expect(ana.lines).toHaveCount(8);
  await expect(ana.seat(8)).toHaveAccessibleName(looks.mine);
  await expect(ana.seat(9)).toHaveAccessibleName(looks.free);
});

test('the limit that only the server knows to be reached is told too', async ({ page }) => {
  const hall = await halls.open({ settings: { max_locks_per_session: 8 } });
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await ana.take(1);
  const actions = await holdActions(page);
  await clickAll(ana, [2, 3, 4]);
  // The same buyer takes more in a way that this page does not see.
  const more = await page.request.post(`${halls.app.url}/sales/cart/lock`, {
    data: { eventId: hall.eventId, items: [{ zoneId: hall.general, quantity: 5 }] },
  });
  expect(more.status()).toBe(201);
  actions.letGo();
  await expect(ana.told('Puedes guardar 8 entradas como mucho')).toBeVisible();
  await expect(ana.seat(2)).toHaveAccessibleName(looks.mine);
  await expect(ana.seat(3)).toHaveAccessibleName(looks.mine);
  await expect(ana.seat(4)).toHaveAccessibleName(looks.free);
});
