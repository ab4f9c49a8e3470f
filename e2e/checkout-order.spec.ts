import type { Page } from '@playwright/test';
import type { Hall } from '../db/testing/hall';
import { Buyer } from './support/buyer';
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

const approve = (page: Page) => page.getByRole('button', { name: 'Aprobar el pago' });
const closed = (page: Page) => page.getByText('Este pedido ya no está abierto');

async function toPayment(page: Page, hall: Hall, seats: number[]): Promise<void> {
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  for (const seat of seats) await ana.take(seat);
  await ana.cart.getByRole('link', { name: 'Continuar al pago' }).click();
  await page.getByRole('textbox', { name: 'Nombre' }).fill('Ana Prat');
  await page.getByRole('textbox', { name: 'Correo' }).fill('ana@example.org');
  await page.getByRole('button', { name: /^Pagar / }).click();
  await expect(approve(page)).toBeVisible();
}

test('a tab in which an order was being paid goes on to the tickets when another tab has paid it', async ({
  page,
  context,
}) => {
  await toPayment(page, await halls.open(), [4]);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(approve(second)).toBeVisible();
  await approve(page).click();
  await second.waitForURL(/\/es\/orders\//);
  await expect(second.getByRole('img', { name: /^Código QR/ })).toHaveCount(1);
});

test('an order of which a seat is gone cannot be paid: the page says so, and leads to what is left', async ({
  page,
}) => {
  const settings = { cart_lock_duration: 0.2, payment_window: 0.2, auto_extend_locks: false };
  const hall = await halls.open({ settings });
  await toPayment(page, hall, [4, 5]);
  await approve(page).focus();
  const seat = { zoneId: hall.numbered, seatId: hall.seatIds[3] };
  const rival = { eventId: hall.eventId, items: [seat] };
  const take = async () => (await postLock(agent, halls.app.url, rival)).status;
  await expect.poll(take, { timeout: 30_000 }).toBe(201);
  await expect(closed(page)).toBeVisible();
  // The button that had focus is gone.
  await expect(page.getByRole('button', { name: 'Volver a guardar' })).toBeVisible();
  await expect(page.locator('main :focus')).toHaveCount(1);
  await page.getByRole('button', { name: 'Volver a guardar' }).click();
  await page.getByRole('link', { name: 'Volver a tu compra' }).click();
  await expect(page.locator('[data-slot=cart-line]')).toHaveText([/Fila 1, butaca 5/]);
  await expect(page.getByRole('button', { name: 'Pagar 45 €' })).toBeVisible();
});
