import type { Page } from '@playwright/test';
import { managerOf, settingsOf } from './support/manager';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

/** A line on which the page is there long before its code. Returns what lets the code through. */
async function slowLine(page: Page): Promise<() => void> {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await arrived;
    await route.continue();
  });
  return arrive;
}

test('what is written at the door before the page’s code is here stays, and is not sent in vain', async ({
  page,
}) => {
  const arrive = await slowLine(page);
  await page.goto(`${halls.app.url}/es/sign-in`, { waitUntil: 'commit' });
  await page.getByLabel('Correo').fill('nadie@example.org');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url());
  });
  await page.getByLabel('Contraseña', { exact: true }).fill('no es esta de verdad');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Entrar', exact: true })).toBeDisabled();
  expect(sent).toEqual([]);
  arrive();
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'no coinciden' })).toBeVisible();
  await expect(page.getByLabel('Correo')).toHaveValue('nadie@example.org');
});

test('settings take nothing in before they can keep it', async ({ browser }) => {
  const hall = await halls.open();
  const page = await managerOf(halls, hall, browser);
  const arrive = await slowLine(page);
  await page.goto(settingsOf(halls, hall, '/house'), { waitUntil: 'commit' });
  const name = page.getByRole('textbox', { name: 'Nombre de la casa' });
  await expect(name).toBeDisabled();
  arrive();
  await name.fill('Sala Miramar');
  await name.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Sala Miramar' })).toBeVisible();
});
