import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import type postgres from 'postgres';
import { hallDrawnMark } from '@/components/seat-map/drawn-mark';
import { seedDemo } from '@/db/seed/demo';
import { ensureChromium } from '@/scripts/chromium.mjs';
import { startBenchApp } from './app';
import { atMost, type Figure, said } from './figures';
import { median } from './load';
import { framesWhile, handleMap, quantile } from './map-gestures';

const loads = 5;
const rounds = 5;
const drawnMs = 30_000;
const bytesInKb = 1024;
const bytesInMb = 1024 * 1024;

/** What one load of the page brought, before anything was done on it. */
type Load = { drawnMs: number; scriptBytes: number; geometryBytes: number };

/**
 * The seat map of the demo's stadium, 100,000 seats, on the production build: in a headless
 * Chromium that paints in software, as the browser tests have it, with a window of 1280 by 800.
 */
export async function mapFigures(url: string, admin: postgres.Sql): Promise<Figure[]> {
  await seedDemo(admin, { stadium: true });
  const app = await startBenchApp(url, { DEMO: '1', DEMO_STADIUM: '1' });
  let browser: Browser | null = null;
  try {
    const address = await stadiumAddress(`http://127.0.0.1:${app.port}`);
    browser = await chromium.launch({
      executablePath: await ensureChromium(),
      args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--no-first-run'],
    });
    // The server is warm from here on; each browser profile is new.
    await inNewProfile(browser, (page) => load(page, address));
    const seen: Load[] = [];
    for (let n = 0; n < loads; n++) {
      seen.push(await inNewProfile(browser, (page) => load(page, address)));
    }
    const moved = await inNewProfile(browser, (page) => move(page, address));
    const of = (pick: (one: Load) => number) => median(seen.map(pick));
    return [
      atMost('map_frame_p95', moved.frameP95Ms, 17, 'ms'),
      said('map_frame_worst', moved.frameWorstMs, 'ms'),
      atMost(
        'map_first_seats',
        of(({ drawnMs: ms }) => ms),
        1_000,
        'ms',
      ),
      atMost('geometry_kb', of(({ geometryBytes }) => geometryBytes) / bytesInKb, 500, 'KB'),
      atMost('page_script_kb', of(({ scriptBytes }) => scriptBytes) / bytesInKb, 180, 'KB'),
      atMost('map_heap_mb', moved.heapBytes / bytesInMb, 80, 'MB'),
    ];
  } finally {
    await browser?.close();
    await app.stop();
  }
}

async function stadiumAddress(base: string): Promise<string> {
  const answer = await fetch(`${base}/sales/events?tenant=estadio-austral`);
  const { events } = (await answer.json()) as { events: { slug: string; onSale: boolean }[] };
  const event = events.find(({ onSale }) => onSale);
  if (!event) throw new Error('The demo has no event on sale in the stadium');
  return `${base}/es/estadio-austral/${event.slug}`;
}

async function inNewProfile<T>(browser: Browser, use: (page: Page) => Promise<T>): Promise<T> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1,
    locale: 'es-ES',
  });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** From the start of the navigation until the hall is drawn; bytes are as they came, compressed. */
async function load(page: Page, address: string): Promise<Load> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const kinds = new Map<string, 'script' | 'geometry'>();
  const bytes = { script: 0, geometry: 0 };
  devtools.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') kinds.set(requestId, 'script');
    else if (/\/seats\?/.test(response.url)) kinds.set(requestId, 'geometry');
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind) bytes[kind] += encodedDataLength;
  });
  await page.goto(address, { waitUntil: 'load' });
  const drawn = await page.waitForFunction(
    (name) => performance.getEntriesByName(name)[0]?.startTime,
    hallDrawnMark,
    { timeout: drawnMs },
  );
  if (bytes.geometry === 0) throw new Error('No request for the geometry was seen');
  return {
    drawnMs: Number(await drawn.jsonValue()),
    scriptBytes: bytes.script,
    geometryBytes: bytes.geometry,
  };
}

/** Rounds of zooming and dragging with a real mouse, and what the page holds after them. */
async function move(page: Page, address: string) {
  await load(page, address);
  await handleMap(page);
  const p95: number[] = [];
  let worst = 0;
  for (let round = 0; round < rounds; round++) {
    const frames = await framesWhile(page, () => handleMap(page));
    p95.push(quantile(frames, 0.95));
    worst = Math.max(worst, ...frames);
  }
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return { frameP95Ms: median(p95), frameWorstMs: worst, heapBytes: usedSize };
}
