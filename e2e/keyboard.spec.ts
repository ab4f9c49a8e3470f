import { expect, type Page, test } from '@playwright/test';

/** Presses Tab until the focus is on what is named so, as a person without a mouse does. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press(key);
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) continue;
    const seen = await focused.evaluate((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const label =
        element.closest('label') ?? document.querySelector(`label[for="${element.id}"]`);
      return {
        name: [element.getAttribute('aria-label'), label?.textContent, element.textContent]
          .filter(Boolean)
          .join(' ')
          .trim(),
        ring: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
        radio: element instanceof HTMLInputElement && element.type === 'radio',
      };
    });
    // A radio's ring may be drawn by its label.
    if (!seen.radio) expect(seen.ring, `no focus to be seen on “${seen.name}”`).toBe(true);
    if (name.test(seen.name)) return;
  }
  throw new Error(`The keyboard does not reach ${name}.`);
}

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
  await tabTo(page, /^Continuar al pago/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tu compra');
  await tabTo(page, /^Nombre/);
  await page.keyboard.type('Noa Vidal');
  await tabTo(page, /^Correo/);
  await page.keyboard.type('noa@example.org');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Tus sitios están a salvo mientras pagas')).toBeVisible();
  await tabTo(page, /^Aprobar el pago/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/es\/orders\//);
  await expect(page.getByRole('img', { name: /^Código QR/ })).toHaveCount(2);
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
