import { tabTo } from './support/keyboard';
import { adminPage, badge, lockPlaces, openHouse, soon } from './support/mass-locks';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { signInStaff } from './support/staff';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

test('a rule is changed with the keyboard, holds from then on, and is in the log', async ({
  page,
}) => {
  const hall = await openHouse(halls);
  await signInStaff(halls, page, hall.tenantId);
  await page.goto(adminPage(halls, hall, '/alerts/rules'));
  const rule = page.getByRole('form', { name: 'Muchas entradas en una sesión' });
  await tabTo(page, /^Por encima de/);
  await expect(page.locator(':focus')).toHaveValue('40');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(rule.getByText('Escribe un número de 5 a 1000.')).toBeVisible();
  await expect(rule.getByRole('textbox', { name: 'Por encima de' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Regla guardada')).toBeVisible();
  const logged = await halls.admin`SELECT before, after, user_name FROM audit_log
    WHERE tenant_id = ${hall.tenantId} AND action = 'alert_rule.changed'`;
  expect(logged).toEqual([
    { before: { threshold: 40 }, after: { threshold: 10 }, user_name: 'Vera Montes' },
  ]);
  await lockPlaces(halls, hall, 11);
  await expect(badge(page)).toContainText('1', soon);
});
