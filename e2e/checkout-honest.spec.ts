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

async function toCheckout({ page, cart }: Buyer): Promise<void> {
  await cart.getByRole('link', { name: 'Continuar al pago' }).click();
  await page.getByRole('textbox', { name: 'Nombre' }).fill('Ana Prat');
  await page.getByRole('textbox', { name: 'Correo' }).fill('ana@example.org');
}
const pay = (page: Page) => page.getByRole('button', { name: /^Pagar / }).click();
const approve = (page: Page) => page.getByRole('button', { name: 'Aprobar el pago' }).click();
const safe = (page: Page) => page.getByText('Tus sitios están a salvo mientras pagas');
const codes = (page: Page) => page.getByRole('img', { name: /^Código QR/ });

test('what the organizer took back before paying is named, nothing is charged, and the rest can be bought', async ({
  page,
}) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await ana.take(4);
  await ana.take(5);
  await toCheckout(ana);
  await halls.admin`
    UPDATE cart_item_locks SET status = 'released', end_reason = 'admin', ended_at = clock_timestamp()
    WHERE tenant_id = ${hall.tenantId} AND seat_id = ${hall.seatIds[4] as number}`;
  await pay(page);
  await expect(page.getByText('Parte de tu cesta ya no está')).toBeVisible();
  const gone = page.locator('[data-slot=withdrawn]');
  await expect(gone).toContainText('Platea, fila 1, butaca 5');
  await expect(gone).not.toContainText('butaca 4');
  await expect(page.getByRole('textbox', { name: 'Correo' })).toHaveValue('ana@example.org');
  await pay(page);
  await approve(page);
  await page.waitForURL(/\/es\/orders\//);
  await expect(codes(page)).toHaveCount(1);
});

test('a payment that comes too late is given back, and says so; the seat is its new owner’s', async ({
  page,
}) => {
  const hall = await halls.open({
    settings: { cart_lock_duration: 0.15, payment_window: 0.15, auto_extend_locks: false },
  });
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await ana.take(4);
  await toCheckout(ana);
  await pay(page);
  await expect(safe(page)).toBeVisible();
  const { searchParams } = new URL(page.url());
  const [order, key] = [searchParams.get('order'), searchParams.get('key')];

  const seat = {
    eventId: hall.eventId,
    items: [{ zoneId: hall.numbered, seatId: hall.seatIds[3] }],
  };
  const rival = async () => (await postLock(agent, halls.app.url, seat)).status;
  await expect.poll(rival, { timeout: 30_000 }).toBe(201);
  await expect(page.getByText('Este pedido ya no está abierto')).toBeVisible();

  const answer = await page.request.post(
    `${halls.app.url}/sales/checkout/${order}/sandbox?key=${key}`,
    { data: { outcome: 'approve' } },
  );
  expect(await answer.json()).toMatchObject({ status: 'refunded', tickets: [] });
  await page.goto(`${halls.app.url}/es/orders/${order}?key=${key}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Te devolvemos el dinero');
  await expect(page.getByText('Los 45 € vuelven por el mismo medio de pago')).toBeVisible();
  await expect(codes(page)).toHaveCount(0);
});

test('a reload, the way back and a second tab in the middle of paying lose and double nothing', async ({
  page,
  context,
}) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await ana.take(4);
  await toCheckout(ana);
  await pay(page);
  await expect(safe(page)).toBeVisible();
  await page.reload();
  await expect(safe(page)).toBeVisible();

  const second = await context.newPage();
  await second.goto(page.url());
  await expect(safe(second)).toBeVisible();

  const address = page.url();
  await page.goto(halls.pageOf(hall));
  await ana.openRow();
  await expect(ana.seat(4)).toHaveAccessibleName(looks.mine);
  await page.goto(address);
  await expect(safe(page)).toBeVisible();

  // The one that comes second may have heard of the payment, and gone on by itself.
  const paid = (tab: Page) => tab.waitForURL(/\/es\/orders\//);
  const approveOrGoOn = (tab: Page) => Promise.race([approve(tab), paid(tab)]);
  await Promise.all([approveOrGoOn(page), approveOrGoOn(second)]);
  for (const tab of [page, second]) {
    await paid(tab);
    await expect(codes(tab)).toHaveCount(1);
  }
  const tickets = await halls.admin`SELECT FROM tickets WHERE tenant_id = ${hall.tenantId}`;
  expect(tickets).toHaveLength(1);
});
