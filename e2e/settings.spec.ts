import type { Locator, Page } from '@playwright/test';
import { Buyer } from './support/buyer';
import { managerOf } from './support/manager';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls({ CART_LOCK_DURATION_MINUTES: '12' });
});
test.afterAll(() => halls.stop());

const setting = (page: Page, name: string): Locator => page.getByRole('group', { name });
const box = (page: Page, name: string) => page.getByRole('textbox', { name });
const save = (page: Page) => page.getByRole('button', { name: 'Guardar', exact: true });
const saved = (page: Page) => page.getByRole('status').filter({ hasText: 'Guardado el' });
const minutesLeft = (buyer: Buyer) => buyer.cart.locator('[data-slot=countdown] [aria-hidden]');

test('a manager changes the duration: the next lock has it, and an open one keeps its own', async ({
  page,
  browser,
}) => {
  const hall = await halls.open();
  const buyer = new Buyer(page);
  await buyer.enter(halls.pageOf(hall));
  await buyer.take(4);
  await expect(minutesLeft(buyer)).toHaveText('12 min');

  const manager = await managerOf(halls, hall, browser);
  const duration = setting(manager, 'Duración del bloqueo');
  await expect(duration).toContainText('cart_lock_duration');
  await expect(duration).toContainText('En vigor: 12 min');
  await expect(duration.getByRole('radio', { name: /^Heredar: 12 min/ })).toBeChecked();
  await expect(duration).toContainText('CART_LOCK_DURATION_MINUTES');
  await expect(manager.getByText('Ahora hay un carrito abierto.')).toBeVisible();
  await box(manager, 'Duración del bloqueo').fill('5');
  await expect(duration).toContainText('al guardar: 5 min');
  await expect(setting(manager, 'Aviso antes de caducar')).toContainText(
    '2 min pasan de un tercio de la duración: vale 1 min 40 s.',
  );
  await expect(setting(manager, 'Aviso antes de caducar')).toContainText('al guardar: 1 min 40 s');
  await save(manager).click();
  await expect(saved(manager)).toContainText('Duración del bloqueo: heredado');
  await expect(saved(manager)).toContainText('5 min');
  await expect(saved(manager)).toContainText('El carrito que está abierto conserva lo suyo.');
  await expect(duration).toContainText('En vigor: 5 min');

  await buyer.take(9);
  // The clock shows what ends first; with that given back, it shows the other again.
  await expect(minutesLeft(buyer)).toHaveText('5 min');
  const { locks, durationMs, warningMs } = await buyer.status(hall.slug);
  expect([durationMs, warningMs]).toEqual([300_000, 100_000]);
  const lived = locks.map((l) => Date.parse(l.expiresAt) - Date.parse(l.lockedAt));
  expect(lived.sort((a, b) => b - a)).toEqual([720_000, 300_000]);
  // In the cart: a second click on the seat so soon would be the other half of a double click.
  await buyer.cart.getByRole('button', { name: 'Quitar Platea, fila 1, butaca 9' }).click();
  await expect(buyer.lines).toHaveCount(1);
  await expect(minutesLeft(buyer)).toHaveText(/^1[12] min$/);

  await manager.reload();
  await expect(duration.getByRole('radio', { name: 'Valor propio' })).toBeChecked();
  await duration.getByRole('radio', { name: /^Heredar/ }).check();
  await save(manager).click();
  await expect(duration).toContainText('En vigor: 12 min');
  const log = await halls.admin`SELECT before, after FROM audit_log
    WHERE tenant_id = ${hall.tenantId} AND action = 'settings.changed' ORDER BY at`;
  expect(log.map(({ after }) => after)).toEqual([
    { cart_lock_duration: 5 },
    { cart_lock_duration: null },
  ]);
});

test('two managers save at once: the second is shown what the first did, and loses nothing', async ({
  browser,
}) => {
  const hall = await halls.open();
  const first = await managerOf(halls, hall, browser, { name: 'Ana Gil' });
  const second = await managerOf(halls, hall, browser, { name: 'Luis Prieto' });
  await box(first, 'Duración del bloqueo').fill('20');
  await save(first).click();
  await expect(saved(first)).toBeVisible();

  await box(second, 'Entradas por sesión').fill('8');
  await save(second).click();
  const told = second.getByRole('alert').filter({ hasText: 'Ana Gil ha guardado cambios' });
  await expect(told).toBeFocused();
  await expect(told).toContainText('Duración del bloqueo');
  await expect(told).toContainText('20 min');
  await expect(box(second, 'Duración del bloqueo')).toHaveValue('20');
  await expect(box(second, 'Entradas por sesión')).toHaveValue('8');
  await save(second).click();
  await expect(saved(second)).toContainText('8 entradas');
  const [row] = await halls.admin`SELECT cart_lock_duration, max_locks_per_session
    FROM tenant_settings WHERE tenant_id = ${hall.tenantId}`;
  expect(row).toEqual({ cart_lock_duration: 20, max_locks_per_session: 8 });
});

test('what cannot be is said by name, and reached and put right with the keyboard alone', async ({
  browser,
}) => {
  const hall = await halls.open();
  const page = await managerOf(halls, hall, browser);
  await box(page, 'Duración del bloqueo').fill('0');
  await box(page, 'Entradas por sesión').fill('2,5');
  await box(page, 'Entradas por sesión').press('Enter');
  const told = page.getByRole('alert').filter({ hasText: 'Falta corregir 2 cosas' });
  await expect(told).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(told.getByRole('link', { name: 'Duración del bloqueo' })).toBeFocused();
  await page.keyboard.press('Enter');
  const duration = box(page, 'Duración del bloqueo');
  await expect(duration).toBeFocused();
  await expect(duration).toHaveAccessibleDescription(/Escribe un número entre 0,1 y 1440\./);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('7,5');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('alert').filter({ hasText: 'Falta corregir una cosa' }),
  ).toBeFocused();
  await box(page, 'Entradas por sesión').fill('2');
  await box(page, 'Entradas por sesión').press('Enter');
  await expect(saved(page)).toContainText('7 min 30 s');
  const [row] = await halls.admin`SELECT cart_lock_duration, max_locks_per_session
    FROM tenant_settings WHERE tenant_id = ${hall.tenantId}`;
  expect(row).toEqual({ cart_lock_duration: 7.5, max_locks_per_session: 2 });
});
