import { randomUUID } from 'node:crypto';
import { type Browser, chromium, type Page } from 'playwright';
import type postgres from 'postgres';
import { hashPassword } from '@/db/seed/password';
import { createHall, type Hall } from '@/db/testing/hall';
import { ensureChromium } from '@/scripts/chromium.mjs';
import { injectDeltas } from './admin-live-feed';
import { startBenchApp } from './app';
import { atMost, type Figure, said } from './figures';
import { median } from './load';
import { framesWhile, quantile } from './map-gestures';

const rows = 5_000;
const rounds = 3;
const roundMs = 6_000;
const readyMs = 30_000;
const password = 'of-no-use-elsewhere';
const email = 'bench@example.org';

/**
 * The staff's page of live locks on the production build, in a window of 1280 by 800: 5,000 real
 * locks, and on top of the server's own stream twenty deltas a second, each of fifty changed locks,
 * two that end and two that are new, while the table is scrolled.
 */
export async function adminLiveFigures(url: string, admin: postgres.Sql): Promise<Figure[]> {
  const hall = await createHall(admin, { seats: rows + 100 });
  await lockAll(admin, hall);
  await hire(admin, hall);
  const app = await startBenchApp(url);
  let browser: Browser | null = null;
  try {
    browser = await chromium.launch({
      executablePath: await ensureChromium(),
      args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--no-first-run'],
    });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    // What runs the measurement names functions by a helper, which the page has not.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.addInitScript(injectDeltas);
    await open(page, `http://localhost:${app.port}`, hall.slug);
    const p95: number[] = [];
    let worst = 0;
    for (let round = 0; round < rounds; round++) {
      const frames = await framesWhile(page, () => lookAround(page));
      p95.push(quantile(frames, 0.95));
      worst = Math.max(worst, ...frames);
    }
    const deltas = await page.evaluate(() => window.injectedDeltas ?? 0);
    return [
      atMost('admin_live_frame_p95', median(p95), 50, 'ms'),
      said('admin_live_frame_worst', worst, 'ms'),
      said('admin_live_deltas', deltas, 'deltas'),
    ];
  } finally {
    await browser?.close();
    await app.stop();
  }
}

async function open(page: Page, base: string, slug: string): Promise<void> {
  const path = `/es/admin/${slug}`;
  await page.goto(`${base}/es/sign-in?callbackUrl=${path}`);
  await page.locator('main input[name=email]').fill(email);
  await page.locator('main input[name=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${base}${path}`);
  const all = `[role=treegrid][aria-rowcount="${rows + 1}"]`;
  await page.waitForSelector(all, { timeout: readyMs });
  await page.evaluate(() => {
    window.injecting = true;
  });
}

/** Scrolls through the table with the wheel, as somebody who looks for something. */
async function lookAround(page: Page): Promise<void> {
  const box = await page.locator('[data-slot=now-grid]').boundingBox();
  if (!box) throw new Error('The table is not on the page');
  await page.mouse.move(box.x + box.width / 2, box.y + 200);
  const until = Date.now() + roundMs;
  for (let turn = 0; Date.now() < until; turn++) {
    await page.mouse.wheel(0, turn % 40 < 30 ? 180 : -300);
    await page.waitForTimeout(50);
  }
}

/** Two locks a session, each with a deadline of its own. */
async function lockAll(admin: postgres.Sql, hall: Hall): Promise<void> {
  await admin`
    INSERT INTO cart_item_locks (tenant_id, id, session_key, event_id, zone_id, seat_id, locked_at,
      expires_at, price_at_lock, duration_ms, max_extensions, device, address_hash)
    SELECT ${hall.tenantId}, gen_random_uuid(), lpad((n / 2)::text, 40, 's'), ${hall.eventId},
      ${hall.numbered}, seat, now(), now() + interval '10 minutes' + n * interval '100 ms', 4500,
      1800000, 10, (ARRAY['phone', 'desktop'])[1 + n % 2], lpad((n / 5)::text, 22, 'a')
    FROM unnest(${hall.seatIds.slice(0, rows)}::int[]) WITH ORDINALITY AS seats(seat, n)`;
}

async function hire(admin: postgres.Sql, hall: Hall): Promise<void> {
  const id = randomUUID();
  await admin`INSERT INTO users (id, email, name, password_hash)
    VALUES (${id}, ${email}, 'Medida', ${await hashPassword(password)})`;
  await admin`INSERT INTO memberships (tenant_id, user_id, role)
    VALUES (${hall.tenantId}, ${id}, 'manager')`;
}
