import type { Page } from '@playwright/test';
import type { Hall } from '../../db/testing/hall';
import type { SmallHalls } from './small-hall';

/** How soon a page must show a burst. */
export const soon = { timeout: 10_000 };

export const newSession = () =>
  Array.from({ length: 40 }, () => '0123456789abcdef'[Math.floor(Math.random() * 16)]).join('');

/** A house whose buyers may hold two hundred each. */
export const openHouse = (halls: SmallHalls) =>
  halls.open({ capacity: 1_000, settings: { max_locks_per_session: 200 } });

/** Asks to lock standing places, as a program does. */
export function lockPlaces(
  { app }: SmallHalls,
  hall: Hall,
  quantity: number,
  { session = newSession(), from = '203.0.113.7' } = {},
): Promise<Response> {
  return fetch(`${app.url}/sales/cart/lock`, {
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

/** Thirteen buyers behind one address, with ten places each. */
export async function crowdBehind(halls: SmallHalls, hall: Hall, from: string): Promise<void> {
  for (let n = 0; n < 13; n++) await lockPlaces(halls, hall, 10, { from });
}

/** A page of a house's own side. */
export const adminPage = ({ app }: SmallHalls, { slug }: Hall, rest = '', locale = 'es') =>
  `${app.url}/${locale}/admin/${slug}${rest}`;

export const badge = (page: Page) => page.locator('[data-slot=alert-badge]');

/** A figure of an alert's page. */
export const figure = (page: Page, label: string) =>
  page.locator('dl div').filter({ hasText: label }).locator('dd');

/** The table of Now. */
export const liveLocks = (page: Page) => page.getByRole('treegrid', { name: 'Bloqueos vivos' });

/** The short name that an alert's sentence has for its session or network. */
export const sourceIn = async (page: Page): Promise<string> => {
  const sentence = page.getByText(/(?:La sesión|Desde la red) [0-9A-Z]{6} /).first();
  return (await sentence.textContent())?.match(/[0-9A-Z]{6}/)?.[0] ?? '';
};
