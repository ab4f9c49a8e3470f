import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** WCAG 2.2 AA, as far as a program can tell. */
export async function check(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(' ')}`);
  expect(found, page.url()).toEqual([]);
}

/** Nothing lies outside the width of the screen. */
export async function fits(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, page.url()).toBe(0);
}

/** The screens and the lights that a page is looked at in. */
export const ways = [
  { name: 'a phone by day', colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { name: 'a phone at night', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
  { name: 'a desk by day', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'a desk at night', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
] as const;
