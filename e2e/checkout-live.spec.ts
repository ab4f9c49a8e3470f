import type { Browser, Page } from '@playwright/test';
import type { Hall } from '../db/testing/hall';
import type { Buyer } from './support/buyer';
import { buyerAt, type Desk, stage } from './support/desk';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

const email = (page: Page) => page.getByRole('textbox', { name: 'Correo' });
const withdrawn = (page: Page) => page.locator('[data-slot=withdrawn]');

/** A buyer with these seats, in the middle of typing an address. */
async function atCheckout(browser: Browser, hall: Hall, seats: number[]): Promise<Buyer> {
  const ana = await buyerAt(halls, browser, hall);
  for (const seat of seats) await ana.take(seat);
  const { page, cart } = ana;
  const streaming = page.waitForResponse(/\/live\?/);
  await cart.getByRole('link', { name: 'Continuar al pago' }).click();
  await page.waitForURL(/\/checkout/);
  await page.getByRole('textbox', { name: 'Nombre' }).fill('Ana Prat');
  await email(page).pressSequentially('ana@exam');
  await streaming;
  await expect.poll(viewers).toBe(1);
  return ana;
}

async function viewers(): Promise<number> {
  const answer = await fetch(`${halls.app.url}/metrics`);
  return Number(/^butaca_live_viewers (\d+)$/m.exec(await answer.text())?.[1]);
}

/** When an element comes up, by the clock that the tests and the database share. */
function comesAt(page: Page, selector: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((come) => {
        const watch = new MutationObserver(() => {
          if (!document.querySelector(wanted)) return;
          watch.disconnect();
          come(Date.now());
        });
        watch.observe(document.body, { subtree: true, childList: true });
      }),
    selector,
  );
}

async function release(desk: Desk, seat: number): Promise<void> {
  const row = desk.row(`butaca ${seat}`);
  await row.getByRole('button', { name: /^Liberar Platea/ }).click();
  await desk.dialog.getByLabel('La casa necesita esas entradas').check();
  await desk.dialog.getByRole('button', { name: 'Liberar', exact: true }).click();
  await desk.dialog.getByRole('button', { name: 'Cerrar' }).last().click();
}

/** When the lock that staff released ended. */
async function releasedAtMs(hall: Hall): Promise<number> {
  const [lock] = await halls.admin<{ endedMs: number }[]>`
    SELECT extract(epoch FROM ended_at)::float * 1000 AS "endedMs" FROM cart_item_locks
    WHERE tenant_id = ${hall.tenantId} AND end_reason = 'admin'`;
  return lock?.endedMs ?? Number.NaN;
}

test('what staff take from a cart is said at the checkout within two seconds; the rest and what is typed stay', async ({
  browser,
}) => {
  const { hall, desk } = await stage(halls, browser);
  const { page } = await atCheckout(browser, hall, [4, 5]);
  const come = comesAt(page, '[data-slot=withdrawn]');
  await release(desk, 4);
  expect((await come) - (await releasedAtMs(hall))).toBeLessThan(2_000);
  await expect(withdrawn(page)).toContainText('Ya no tienes Platea, fila 1, butaca 4');
  await expect(page.locator('[data-slot=cart-line]')).toHaveText([/Fila 1, butaca 5/]);
  await expect(page.getByRole('button', { name: 'Pagar 45 €' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Nombre' })).toHaveValue('Ana Prat');
  await expect(email(page)).toBeFocused();
  await page.keyboard.type('ple.org');
  await expect(email(page)).toHaveValue('ana@example.org');
});

test('a checkout that staff leave with nothing says so, keeps the keyboard’s place, leads back to the event and has what was typed on return', async ({
  browser,
}) => {
  const { hall, desk } = await stage(halls, browser);
  const ana = await atCheckout(browser, hall, [4]);
  const { page } = ana;
  await release(desk, 4);
  const nothing = page.locator('[data-slot=state]');
  await expect(nothing).toContainText('Ya no queda nada en tu cesta');
  await expect(nothing).toBeFocused();
  await expect(withdrawn(page)).toContainText('butaca 4');
  // Nothing is held: nothing is listened for.
  await expect.poll(viewers).toBe(0);
  await nothing.getByRole('link', { name: 'Elegir otros sitios' }).click();
  await page.waitForURL(halls.pageOf(hall));
  await ana.openRow();
  await ana.take(6);
  await ana.cart.getByRole('link', { name: 'Continuar al pago' }).click();
  await expect(email(page)).toHaveValue('ana@exam');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue('ana@exam');
});

test('what staff take is said in passing as well where a phone shows a part further down', async ({
  browser,
}) => {
  const { hall, desk } = await stage(halls, browser);
  const ana = await atCheckout(browser, hall, [4, 5]);
  const { page } = ana;
  await page.setViewportSize({ width: 390, height: 500 });
  await email(page).scrollIntoViewIfNeeded();
  await release(desk, 4);
  await expect(withdrawn(page)).not.toBeInViewport();
  await expect(ana.told('ha retirado Platea, fila 1, butaca 4')).toBeVisible();
});

test('seats whose time ran out at the checkout come back with one click, and what was typed with them', async ({
  browser,
}) => {
  const settings = { cart_lock_duration: 0.2, auto_extend_locks: false };
  const { hall } = await stage(halls, browser, { settings });
  const { page } = await atCheckout(browser, hall, [4]);
  await page.getByRole('button', { name: 'Volver a guardar' }).click();
  await expect(email(page)).toHaveValue('ana@exam');
  await expect(page.getByRole('textbox', { name: 'Nombre' })).toHaveValue('Ana Prat');
});

test('what another tab gives back is gone from the checkout within two seconds; its stream ends with the page', async ({
  browser,
}) => {
  const hall = await halls.open();
  const { page } = await atCheckout(browser, hall, [4, 5]);
  const second = await page.context().newPage();
  await second.goto(page.url());
  await second.getByRole('button', { name: 'Quitar Platea, fila 1, butaca 5' }).click();
  const lines = page.locator('[data-slot=cart-line]');
  await expect(lines).toHaveText([/Fila 1, butaca 4/], { timeout: 2_000 });
  await second.close();
  await expect.poll(viewers).toBe(1);
  await page.locator('main').getByRole('link').first().click();
  await page.waitForURL(new RegExp(`/es/${hall.slug}$`));
  await expect.poll(viewers).toBe(0);
});
