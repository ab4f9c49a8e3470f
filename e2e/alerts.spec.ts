import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { Buyer } from './support/buyer';
import {
  adminPage,
  badge,
  crowdBehind,
  figure,
  liveLocks,
  lockPlaces,
  newSession,
  openHouse,
  soon,
  sourceIn,
} from './support/mass-locks';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { signInStaff } from './support/staff';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

const told = (page: Page, words: string) =>
  page.locator('[data-sonner-toast]').filter({ hasText: words });
const cards = (page: Page) => page.getByRole('list', { name: 'Alertas' }).getByRole('article');

test('sixty locks of one session raise an alert within ten seconds; they are given back, and the session pauses until that is lifted', async ({
  page,
  browser,
}) => {
  test.slow();
  const hall = await openHouse(halls);
  await signInStaff(halls, page, hall.tenantId);
  await page.goto(adminPage(halls, hall, '/alerts'));
  await expect(page.getByRole('heading', { name: 'Nada fuera de lo normal' })).toBeVisible();
  await expect(badge(page)).toHaveCount(0);

  await lockPlaces(halls, hall, 2, { from: '198.51.100.9' });
  const session = newSession();
  for (let n = 0; n < 60; n++)
    expect((await lockPlaces(halls, hall, 1, { session })).status).toBe(201);
  await expect(cards(page)).toHaveCount(1, soon);
  await expect(badge(page)).toContainText('1');
  await expect(cards(page)).toContainText(/La sesión \w{6} ha bloqueado 60 entradas en 5 minutos/);
  await expect(told(page, 'Muchas entradas en una sesión')).toBeVisible();
  expect(await page.content()).not.toContain(session);

  await cards(page).getByRole('link', { name: 'Ver los bloqueos' }).click();
  await expect(page.getByText('60 bloqueos: 60 siguen vivos.')).toBeVisible();
  await expect(figure(page, 'Tiene ahora')).toHaveText('60 entradas');
  await expect(figure(page, 'Bloqueadas en 5 minutos')).toHaveText('60 entradas');
  const name = await sourceIn(page);
  await page.getByRole('link', { name: 'Verlos en Ahora' }).click();
  // The head, the session's line and its locks: whatever else is held in the house is not there.
  await expect(liveLocks(page)).toHaveAttribute('aria-rowcount', '62');
  await expect(liveLocks(page).getByRole('row', { name })).not.toHaveCount(0);
  await page.goBack();
  await page.getByRole('button', { name: 'Me ocupo' }).click();
  await expect(page.getByText('Vera Montes se ocupa').first()).toBeVisible();
  await expect(badge(page)).toHaveCount(0, soon);

  const shopper = await browser.newContext({ locale: 'es-ES' });
  const cookie = { name: 'butaca_session', value: session, url: halls.app.url };
  await shopper.addCookies([cookie]);
  const buyer = new Buyer(await shopper.newPage());
  await buyer.enter(halls.pageOf(hall));

  await page.getByRole('button', { name: 'Liberar o pausar' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Liberar y pausar' }).click();
  const reason = dialog.getByRole('textbox', { name: 'Motivo' });
  await expect(reason).toBeFocused();
  await reason.fill('Parece un programa');
  await dialog.getByRole('button', { name: 'Liberar y pausar' }).click();
  await expect(told(page, '60 bloqueos liberados')).toBeVisible();
  await expect(page.getByText('60 bloqueos: ya ninguno está vivo.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByText(/^En pausa hasta .*\d{1,2}:\d{2}$/)).toBeVisible();
  await expect(page.getByRole('button', { name: /Liberar|^Pausar/ })).toHaveCount(0);
  await expect(figure(page, 'Tiene ahora')).toHaveText('0 entradas');
  await expect(page.getByRole('cell', { name: 'Lo liberó la casa' })).toHaveCount(60);
  const happened = page.getByRole('region', { name: 'Qué ha pasado' }).getByRole('listitem');
  await expect(happened.filter({ hasText: 'la puso en pausa: Parece un programa' })).toHaveCount(1);
  await expect(happened.filter({ hasText: 'liberó 60 bloqueos: Parece' })).toHaveCount(1);

  const refused = await lockPlaces(halls, hall, 1, { session });
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ code: 'cooling_down' });
  const wait = Number(refused.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(14 * 60);
  expect(wait).toBeLessThanOrEqual(15 * 60);
  await buyer.seat(3).click();
  await expect(buyer.told('Por ahora no puedes añadir más entradas')).toContainText(
    /hasta .*\d{1,2}:\d{2}/,
  );

  await page.getByRole('link', { name: 'Todas las alertas' }).click();
  const paused = page.getByRole('region', { name: 'En pausa' });
  await expect(paused.getByRole('listitem')).toContainText('Parece un programa');
  await paused.getByRole('button', { name: /^Levantar la pausa: La sesión/ }).click();
  await expect(paused.getByText('Nadie está en pausa.')).toBeVisible();
  await expect(paused.getByRole('heading', { name: 'En pausa' })).toBeFocused();
  expect((await lockPlaces(halls, hall, 1, { session })).status).toBe(201);

  const actions = await halls.admin<{ action: string }[]>`
    SELECT action FROM audit_log WHERE tenant_id = ${hall.tenantId} ORDER BY at`;
  expect(actions.map(({ action }) => action)).toEqual([
    'alert.acknowledged',
    'source.cooled',
    'locks.released',
    'source.warmed',
  ]);
  await shopper.close();
});

test('many sessions of one network raise one alert of that network, wherever the manager is', async ({
  page,
}) => {
  const hall = await openHouse(halls);
  await signInStaff(halls, page, hall.tenantId);
  await page.goto(adminPage(halls, hall, '/events'));
  await lockPlaces(halls, hall, 2, { from: '198.51.100.9' });
  await crowdBehind(halls, hall, '198.51.100.4');
  await expect(badge(page)).toContainText('1', soon);
  await page.locator('[data-sonner-toast]').getByRole('link', { name: 'Ver la alerta' }).click();
  await expect(page.getByText(/Desde la red \w{6} se han bloqueado 130 entradas/)).toBeVisible();
  await page.getByRole('link', { name: 'Verlos en Ahora' }).click();
  // The head, and for each of the thirteen buyers a line and a lock.
  await expect(liveLocks(page)).toHaveAttribute('aria-rowcount', '27');
  await page.goBack();
  await page.getByRole('button', { name: 'Liberar o pausar' }).click();
  await expect(page.getByRole('dialog')).toContainText('Una red puede ser una oficina');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Liberar o pausar' })).toBeFocused();
  await page.getByRole('button', { name: 'Liberar o pausar' }).click();
  await page.getByRole('radio', { name: /^Solo pausar/ }).check();
  await page.getByRole('textbox', { name: 'Motivo' }).fill('Hasta saber quién es');
  await page.getByRole('dialog').getByRole('button', { name: 'Pausar', exact: true }).click();
  await expect(page.getByText(/^En pausa hasta /)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Liberar', exact: true })).toBeVisible();
  await page.getByRole('button', { name: /^Levantar la pausa: La red/ }).click();
  await expect(page.getByText(/^En pausa hasta /)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Liberar o pausar' })).toBeVisible();
  await page.getByRole('button', { name: 'Resolver' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(badge(page)).toHaveCount(0, soon);
});

test('a test shows as any alert does, and its mail goes to who asked for it', async ({ page }) => {
  const hall = await openHouse(halls);
  const asker = await signInStaff(halls, page, hall.tenantId);
  await page.goto(adminPage(halls, hall, '/alerts'));
  await page.getByRole('button', { name: 'Probar' }).click();
  await expect(cards(page)).toContainText('Esto es una prueba', soon);
  await expect(badge(page)).toContainText('1');
  const mailbox = path.join(halls.app.dataDir, 'mail');
  const mails = () =>
    readdirSync(mailbox)
      .map((file) => readFileSync(path.join(mailbox, file), 'utf8'))
      .filter((mail) => mail.includes(asker.email));
  await expect.poll(() => mails().length).toBe(1);
});

test('the box office sees alerts and handles them, but pauses nobody and changes no rule', async ({
  page,
}) => {
  const hall = await openHouse(halls);
  await signInStaff(halls, page, hall.tenantId, 'box_office');
  await page.goto(adminPage(halls, hall, '/alerts'));
  const session = newSession();
  for (let n = 0; n < 6; n++) await lockPlaces(halls, hall, 10, { session });
  await expect(cards(page)).toHaveCount(1, soon);
  await expect(page.getByRole('button', { name: 'Probar' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Liberar', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Liberar' })).toBeVisible();
  await expect(page.getByRole('dialog')).not.toContainText(/paus|bloquear/);
  await expect(page.getByRole('radio')).toHaveCount(0);
  await page.goto(adminPage(halls, hall, '/alerts/rules'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tu papel no llega hasta aquí');
});
