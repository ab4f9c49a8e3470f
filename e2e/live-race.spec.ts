import { Buyer, looks } from './support/buyer';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

/** Clicks at an agreed moment, so that neither waits for the other's click. */
async function clickAt(buyer: Buyer, label: number, atMs: number): Promise<void> {
  await buyer.seat(label).evaluate(
    (button: HTMLElement, at) =>
      new Promise<void>((clicked) => {
        const tick = () => {
          if (Date.now() < at) return void requestIdleCallback(tick, { timeout: 1 });
          button.click();
          clicked();
        };
        tick();
      }),
    atMs,
  );
}

test('two buyers click the same seat at once: one gets it, the other is told which', async ({
  browser,
}) => {
  const hall = await halls.open();
  const contexts = await Promise.all([browser.newContext(), browser.newContext()]);
  const [ana, leo] = (await Promise.all(
    contexts.map(async (context) => new Buyer(await context.newPage())),
  )) as [Buyer, Buyer];
  for (const buyer of [ana, leo]) await buyer.enter(halls.pageOf(hall));

  for (const label of [3, 8, 13]) {
    const at = Date.now() + 400;
    await Promise.all([clickAt(ana, label, at), clickAt(leo, label, at)]);
    const settled = new RegExp(`${looks.mine.source}|${looks.held.source}`);
    for (const buyer of [ana, leo]) await expect(buyer.seat(label)).toHaveAccessibleName(settled);
    const anaHas = looks.mine.test((await ana.seat(label).getAttribute('aria-label')) ?? '');
    const [winner, loser] = anaHas ? [ana, leo] : [leo, ana];
    await expect(winner.seat(label)).toHaveAccessibleName(looks.mine);
    await expect(loser.seat(label)).toHaveAccessibleName(looks.held);
    const title = `Alguien se ha adelantado con Platea, fila 1, butaca ${label}`;
    await expect(loser.offer(title)).toBeVisible();
    await expect(winner.offer(title)).toHaveCount(0);
    await expect(winner.cart).toContainText(`Fila 1, butaca ${label}`);
    await expect(loser.cart).not.toContainText(`Fila 1, butaca ${label}`);
  }
  const held = await halls.admin`
    SELECT seat_id FROM cart_item_locks WHERE event_id = ${hall.eventId} AND status = 'active'`;
  expect(held).toHaveLength(3);
  await Promise.all(contexts.map((context) => context.close()));
});

test('a seat is seen taken, and free again, by another buyer within a second', async ({
  browser,
}) => {
  const hall = await halls.open();
  const [ana, leo] = [
    new Buyer(await (await browser.newContext()).newPage()),
    new Buyer(await (await browser.newContext()).newPage()),
  ];
  for (const buyer of [ana, leo]) await buyer.enter(halls.pageOf(hall));

  for (const look of [looks.held, looks.free]) {
    const seen = leo.seesAt(7, look);
    const clickedAt = Date.now();
    // Given back in the cart: a second click so soon would be the other half of a double click.
    const giveBack = ana.cart.getByRole('button', { name: 'Quitar Platea, fila 1, butaca 7' });
    await (look === looks.held ? ana.seat(7) : giveBack).click();
    const lateMs = (await seen) - clickedAt;
    test
      .info()
      .annotations.push({ type: `${look.source} seen after`, description: `${lateMs} ms` });
    expect(lateMs).toBeLessThan(1_000);
    const own = look === looks.held ? looks.mine : looks.free;
    await expect(ana.seat(7)).toHaveAccessibleName(own);
  }
  await ana.page.context().close();
  await leo.page.context().close();
});
