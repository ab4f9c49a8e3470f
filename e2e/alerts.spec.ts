import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { Hall } from '../db/testing/hall';
import { Buyer } from './support/buyer';
import { tabTo } from './support/keyboard';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { signInStaff } from './support/staff';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

/** How soon the page must show a burst. */
const soon = { timeout: 10_000 };

const newSession = () =>
  Array.from({ length: 40 }, () => '0123456789abcdef'[Math.floor(Math.random() * 16)]).join('');

/** Asks to lock standing places, as a program does. */
function lock(hall: Hall, quantity: number, session: string, from = '203.0.113.7') {
  return fetch(`${halls.app.url}/sales/cart/lock`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: `butaca_session=${session}`,
      'x-forwarded-for': from,
    },
    body: JSON.stringify({
      eventId: hall.eventId,
      items: [{ zoneId: hall.general, quantity }],
    }),
  });
}

const open = () => halls.open({ capacity: 1_000, settings: { max_locks_per_session: 200 } });
const adminOf = (hall: Hall, rest = '', locale = 'es') =>
  `${halls.app.url}/${locale}/admin/${hall.slug}${rest}`;
const badge = (page: Page) => page.locator('[data-slot=alert-badge]');
const cards = (page: Page) => page.getByRole('list', { name: 'Alertas' }).getByRole('article');

test('sixty locks of one session raise an alert within ten seconds; they are given back, and the session pauses until that is lifted', async ({
  page,
  browser,
}) => {
  test.slow();
  const hall = await open();
  await signInStaff(halls, page, hall.tenantId);
  await page.goto(adminOf(hall, '/alerts'));
  await expect(page.getByRole('heading', { name: 'Nada fuera de lo normal' })).toBeVisible();
  await expect(badge(page)).toHaveCount(0);

  const session = newSession();
  for (let n = 0; n < 60; n++) expect((await lock(hall, 1, session)).status).toBe(201);
  await expect(cards(page)).toHaveCount(1, soon);
  await expect(badge(page)).toContainText('1');
  await expect(cards(page)).toContainText(/La sesión \w{6} ha bloqueado 60 entradas en 5 minutos/);
  await expect(page.locator('[data-sonner-toast]')).toContainText('Muchas entradas en una sesión');
  expect(await page.content()).not.toContain(session);

  await cards(page).getByRole('link', { name: 'Ver los bloqueos' }).click();
  await expect(page.getByText('60 bloqueos: 60 siguen vivos.')).toBeVisible();
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
  await dialog.getByRole('button', { name: 'Hacerlo' }).click();
  const reason = dialog.getByRole('textbox', { name: 'Motivo' });
  await expect(reason).toBeFocused();
  await reason.fill('Parece un programa');
  await dialog.getByRole('button', { name: 'Hacerlo' }).click();
  await expect(page.locator('[data-sonner-toast]')).toContainText('60 bloqueos liberados');
  await expect(page.getByText('60 bloqueos: ya ninguno está vivo.')).toBeVisible();

  const refused = await lock(hall, 1, session);
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ code: 'cooling_down' });
  const wait = Number(refused.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(14 * 60);
  expect(wait).toBeLessThanOrEqual(15 * 60);
  await buyer.seat(3).click();
  await expect(buyer.told('Por ahora no puedes añadir más entradas')).toContainText(
    /hasta \d{1,2}:\d{2}/,
  );

  await page.getByRole('link', { name: 'Todas las alertas' }).click();
  const paused = page.getByRole('region', { name: 'En pausa' });
  await expect(paused.getByRole('listitem')).toContainText('Parece un programa');
  await paused.getByRole('button', { name: /^Levantar la pausa: La sesión/ }).click();
  await expect(paused.getByText('Nadie está en pausa.')).toBeVisible();
  await expect(paused.getByRole('heading', { name: 'En pausa' })).toBeFocused();
  expect((await lock(hall, 1, session)).status).toBe(201);

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
  const hall = await open();
  await signInStaff(halls, page, hall.tenantId);
  await page.goto(adminOf(hall, '/events'));
  for (let n = 0; n < 13; n++) await lock(hall, 10, newSession(), '198.51.100.4');
  await expect(badge(page)).toContainText('1', soon);
  await page.locator('[data-sonner-toast]').getByRole('link', { name: 'Ver la alerta' }).click();
  await expect(page.getByText(/Desde la red \w{6} se han bloqueado 130 entradas/)).toBeVisible();
  await page.getByRole('button', { name: 'Liberar o pausar' }).click();
  await expect(page.getByRole('dialog')).toContainText('Una red puede ser una oficina');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Liberar o pausar' })).toBeFocused();
  await page.getByRole('button', { name: 'Resolver' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(badge(page)).toHaveCount(0, soon);
});

test('a test shows as any alert does, and its mail goes to who asked for it', async ({ page }) => {
  const hall = await open();
  const asker = await signInStaff(halls, page, hall.tenantId);
  await page.goto(adminOf(hall, '/alerts'));
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
  const hall = await open();
  await signInStaff(halls, page, hall.tenantId, 'box_office');
  await page.goto(adminOf(hall, '/alerts'));
  const session = newSession();
  for (let n = 0; n < 6; n++) await lock(hall, 10, session);
  await expect(cards(page)).toHaveCount(1, soon);
  await expect(page.getByRole('button', { name: 'Probar' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Liberar o pausar' }).click();
  await expect(page.getByRole('radio')).toHaveCount(1);
  await expect(page.getByRole('radio', { name: /^Solo liberar/ })).toBeChecked();
  await page.goto(adminOf(hall, '/alerts/rules'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tu papel no llega hasta aquí');
});

test('a rule is changed with the keyboard, holds from then on, and is in the log', async ({
  page,
}) => {
  const hall = await open();
  await signInStaff(halls, page, hall.tenantId);
  await page.goto(adminOf(hall, '/alerts/rules'));
  const rule = page.getByRole('form', { name: 'Muchas entradas en una sesión' });
  await tabTo(page, /^A partir de/);
  await expect(page.locator(':focus')).toHaveValue('40');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(rule.getByText('Escribe un número de 5 a 1000.')).toBeVisible();
  await expect(rule.getByRole('textbox', { name: 'A partir de' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-sonner-toast]')).toContainText('Regla guardada');
  const logged = await halls.admin`SELECT before, after, user_name FROM audit_log
    WHERE tenant_id = ${hall.tenantId} AND action = 'alert_rule.changed'`;
  expect(logged).toEqual([
    { before: { threshold: 40 }, after: { threshold: 10 }, user_name: 'Vera Montes' },
  ]);
  await lock(hall, 11, newSession());
  await expect(badge(page)).toContainText('1', soon);
});

const ways = [
  { name: 'a phone by day', colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { name: 'a phone at night', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
  { name: 'a desk by day', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'a desk at night', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
] as const;

for (const { name, ...use } of ways) {
  test.describe(name, () => {
    test.use({ ...use, contextOptions: { reducedMotion: 'reduce' } });

    test('the pages of alerts are without a fault, and no wider than the screen', async ({
      page,
    }) => {
      const hall = await open();
      await signInStaff(halls, page, hall.tenantId);
      for (const [path, locale] of [
        ['/alerts', 'es'],
        ['/alerts/rules', 'es'],
        ['/alerts/rules', 'en'],
      ] as const) {
        await page.goto(adminOf(hall, path, locale));
        await check(page);
      }
      await page.goto(adminOf(hall, '/alerts', 'en'));
      for (let n = 0; n < 13; n++) await lock(hall, 10, newSession(), '198.51.100.4');
      const alert = page.getByRole('list', { name: 'Alerts' }).getByRole('article');
      await expect(alert).toHaveCount(1, soon);
      await check(page);
      await page.getByRole('button', { name: 'Release or pause' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await check(page);
      await page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('A bot');
      await page.getByRole('dialog').getByRole('button', { name: 'Do it' }).click();
      await expect(
        page.getByRole('region', { name: 'Paused' }).getByRole('listitem'),
      ).toBeVisible();
      await check(page);
      await alert.getByRole('link', { name: 'See the locks' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'Many tickets from one network',
      );
      await check(page);
    });
  });
}

async function check(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(' ')}`);
  expect(found, page.url()).toEqual([]);
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, page.url()).toBe(0);
}
