import { expect, test } from './support/test';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('for who asks for less motion too, free seats have the colours of their prices', async ({
  page,
}) => {
  await page.goto('/es/teatro-aurora/noches-acomodadora-viernes');
  const map = page.getByRole('application', { name: 'Plano de la sala' });
  await expect(map).toBeVisible();
  const coloursDrawn = () =>
    map.evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const { width, height } = canvas;
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      const drawn = new Set<number>();
      for (let i = 0; i < pixels.length; i += 4) {
        drawn.add(((pixels[i] ?? 0) << 16) | ((pixels[i + 1] ?? 0) << 8) | (pixels[i + 2] ?? 0));
      }
      const style = getComputedStyle(document.documentElement);
      return [0, 1, 2, 3].map((tier) => {
        const hue = style.getPropertyValue(`--color-tier-${tier}`).trim();
        return drawn.has(Number.parseInt(hue.slice(1), 16));
      });
    });
  await expect.poll(coloursDrawn).toEqual([true, true, true, true]);
});
