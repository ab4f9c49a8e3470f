import { expect, test } from '@playwright/test';
import { payByKeyboard, tabTo } from './support/keyboard';

test('the whole purchase is made with the keyboard, a seat on the map included', async ({
  page,
}) => {
  await page.goto('/es');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Saltar al contenido' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, /^Elegir sitio: Las noches.*viernes/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Las noches de la acomodadora');

  await tabTo(page, /^Plano de la sala/);
  const cart = page.getByRole('complementary', { name: 'Tu cesta' });
  // Across the hall until a free seat answers.
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press(i % 6 === 5 ? 'ArrowDown' : 'ArrowRight');
    await page.keyboard.press('Enter');
    await expect(cart).not.toContainText('Guardando');
    if (/Una entrada/.test((await cart.textContent()) ?? '')) break;
  }
  await expect(cart).toContainText(/butaca \d+/);

  await tabTo(page, /^Añadir una entrada: De pie/);
  await page.keyboard.press('Enter');
  await expect(cart).toContainText('2 entradas');
  await payByKeyboard(page, 2);
});

test('a seat is found and taken in the list with the keyboard', async ({ page }) => {
  await page.goto('/es/teatro-aurora/noches-acomodadora-viernes');
  await tabTo(page, /^Plano$/);
  await page.keyboard.press('ArrowRight');
  await tabTo(page, /^Anfiteatro/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^fila \d+.*libre/i);
  await page.keyboard.press('Enter');
  await tabTo(page, /butaca \d+, .*libre/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Tu cesta' })).toContainText('Anfiteatro');
  await expect(page.locator(':focus')).toHaveAccessibleName(/es tuya$/);
});
