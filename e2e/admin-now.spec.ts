import { looks } from './support/buyer';
import { buyerAt, stage } from './support/desk';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls({ CART_LOCK_ABANDON_GRACE_SECONDS: '2' });
});
test.afterAll(() => halls.stop());

test('an admin watches a buyer lock, extend and close the tab, live', async ({ browser }) => {
  const { hall, desk } = await stage(halls, browser);
  await expect(
    desk.page.getByRole('heading', { name: 'Nadie tiene nada en el carrito' }),
  ).toBeVisible();
  const ana = await buyerAt(halls, browser, hall);
  await ana.take(4);
  const row = desk.row('Platea, fila 1, butaca 4');
  await expect(row).toContainText('En el carrito');
  await expect(row).toContainText('45 €');
  await expect(row).toContainText('0 de 10');
  await expect(row.locator('[data-slot=left]')).toHaveText(/^1[45]:\d\d$/);
  await expect(desk.tile('Bloqueos vivos')).toHaveText('1');
  await ana.page.request.put(`${halls.app.url}/sales/cart/lock/extend?tenant=${hall.slug}`, {
    data: {},
  });
  await expect(row).toContainText('1 de 10');
  await ana.page.close();
  await expect(row).toContainText('Se ha ido');
  await expect(row).toContainText('Cerró la pestaña');
  await expect(desk.page.getByText(/^Fin del último bloqueo: \d\d:\d\d\.$/)).toBeVisible();
  await expect(desk.tile('Bloqueos vivos')).toHaveText('0');
});

test('what staff release leaves the buyer kindly told, and with the rest of the cart', async ({
  browser,
}) => {
  const { hall, desk } = await stage(halls, browser);
  const ana = await buyerAt(halls, browser, hall);
  await ana.take(4);
  await ana.take(5);
  await desk
    .row('fila 1, butaca 4')
    .getByRole('button', { name: /^Liberar Platea/ })
    .click();
  await expect(desk.dialog).toContainText('El organizador ha retirado parte de tu cesta');
  await desk.dialog.getByRole('button', { name: 'Liberar', exact: true }).click();
  await expect(desk.dialog.getByRole('alert')).toHaveText('Elige un motivo.');
  await desk.dialog.getByLabel('La casa necesita esas entradas').check();
  await desk.dialog.getByLabel(/^Detalles/).fill('Prensa');
  await desk.dialog.getByRole('button', { name: 'Liberar', exact: true }).click();
  await expect(desk.dialog.getByRole('status')).toHaveText('1 bloqueo liberado');
  await desk.dialog.getByRole('button', { name: 'Cerrar' }).last().click();
  await expect(
    ana.page.getByText('El organizador ha retirado parte de tu cesta').first(),
  ).toBeVisible();
  await expect(ana.lines).toHaveText([/Fila 1, butaca 5/]);
  await expect(ana.seat(4)).toHaveAccessibleName(looks.free);
  await expect(desk.row('butaca 4')).toHaveCount(0);
  await expect(desk.row('butaca 5')).toContainText('En el carrito');
  const [entry] = await halls.admin`
    SELECT action, reason FROM audit_log WHERE tenant_id = ${hall.tenantId}`;
  expect(entry).toMatchObject({
    action: 'locks.released',
    reason: 'La casa necesita esas entradas: Prensa',
  });
});

test('a whole session is found, grouped and released with the keyboard alone', async ({
  browser,
}) => {
  const { hall, desk } = await stage(halls, browser);
  const [ana, leo] = [await buyerAt(halls, browser, hall), await buyerAt(halls, browser, hall)];
  for (const seat of [1, 2, 3]) await ana.take(seat);
  await leo.take(9);
  await expect(desk.table).toHaveAttribute('aria-rowcount', '5');

  const { keyboard } = desk.page;
  const session = await desk.row('butaca 9').getByRole('gridcell').nth(5).textContent();
  await desk.page.getByLabel('Buscar').focus();
  await keyboard.type(session ?? '');
  await expect(desk.table).toHaveAttribute('aria-rowcount', '2');
  await keyboard.press('Control+A');
  await keyboard.press('Delete');
  await desk.page.getByLabel('Agrupar por sesión').focus();
  await keyboard.press('Space');
  await expect(desk.table).toHaveAttribute('aria-rowcount', '7');

  const place = desk.table.getByRole('button', { name: 'Butaca', exact: true });
  await place.focus();
  await keyboard.press('Enter');
  await expect(desk.table.getByRole('columnheader', { name: 'Butaca' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  // One stop of the tab key for all lines.
  await desk.table.getByRole('row').nth(1).focus();
  await expect(desk.focused).toHaveAttribute('aria-expanded', 'true');
  await expect(desk.focused).toContainText('3 bloqueos · 3 entradas');
  await keyboard.press('ArrowLeft');
  await expect(desk.focused).toHaveAttribute('aria-expanded', 'false');
  await expect(desk.table).toHaveAttribute('aria-rowcount', '4');
  await keyboard.press('Space');
  await expect(desk.page.getByText('3 elegidos')).toBeVisible();
  await keyboard.press('Enter');
  await expect(desk.dialog.getByRole('heading')).toHaveText(/^Liberar todo lo de la sesión \w{6}$/);
  await keyboard.press('Space');
  await expect(desk.dialog.getByLabel(/^Parece una reventa/)).toBeChecked();
  await keyboard.press('Enter');
  await expect(desk.dialog.getByRole('status')).toHaveText('3 bloqueos liberados');
  await expect(desk.focused).toHaveText('Cerrar');
  await keyboard.press('Enter');
  await expect(desk.dialog).toHaveCount(0);
  await expect(desk.focused).toHaveRole('row');
  await expect(desk.table).toHaveAttribute('aria-rowcount', '3');
  await expect(desk.page.getByText(/elegido/)).toHaveCount(0);
  await expect(ana.lines).toHaveCount(0);
  await expect(leo.lines).toHaveCount(1);
});
