import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type postgres from 'postgres';
import { createHall } from '@/db/testing/hall';
import { startBenchApp } from './app';
import { atMost, type Figure, said } from './figures';
import { transactionsWhile } from './live-database';
import { lockSeats } from './live-locks';
import { memoryEnv, memoryOf } from './server-memory';
import { ViewersPool } from './viewers-pool';

const seats = 100_000;
const crowd = 2_000;
const locksPerSecond = 20;
const lockingMs = 20_000;
const quietMs = 20_000;
/** The deltas of the last locks are under way for a moment. */
const settleMs = 1_500;

const perViewer = (sum: number) => sum / (crowd - 1);
/** As a browser has it that was here before; nothing is held under it. */
const cookie = () => `butaca_session=${randomBytes(30).toString('base64url')}`;

/**
 * Viewers of one event on one process of the production build: how soon they are told of a lock,
 * what each costs the server in memory, and what it costs the database to be watched.
 */
export async function liveFigures(url: string, admin: postgres.Sql): Promise<Figure[]> {
  const hall = await createHall(admin, { seats });
  await admin`VACUUM (ANALYZE)`;
  const folder = mkdtempSync(path.join(tmpdir(), 'butaca-live-'));
  const memoryFile = path.join(folder, 'memory.json');
  const app = await startBenchApp(url, memoryEnv(memoryFile));
  const viewers = new ViewersPool(app.port, `/sales/events/${hall.eventId}/live`);
  const memory = () => memoryOf(app.pid, memoryFile);
  try {
    // What is made at the first time only is made before anything is counted.
    await viewers.open(100, [cookie(), null]);
    await viewers.close(99);
    await lockSeats(app.port, hall, 0, 20);
    await pause(settleMs);
    const before = await memory();
    const alone = await transactionsWhile(admin, quietMs);

    await viewers.open(crowd - 1, [cookie(), null]);
    const full = await memory();
    const watched = await transactionsWhile(admin, quietMs);

    const sent = await lockSeats(app.port, hall, 20, (lockingMs / 1000) * locksPerSecond);
    await pause(settleMs);
    const seen = await viewers.seen(sent);
    if (seen.times !== sent.length * crowd) {
      throw new Error(`${sent.length * crowd} tellings were due, ${seen.times} came`);
    }

    await viewers.close(crowd - 1);
    await pause(settleMs);
    const after = await memory();
    const kb = (bytes: number) => perViewer(bytes) / 1024;
    return [
      said('live_p50_ms', seen.p50Ms, 'ms'),
      atMost('live_p99_ms', seen.p99Ms, 500, 'ms'),
      said('live_max_ms', seen.maxMs, 'ms'),
      atMost('viewer_memory_kb', kb(full.kept - before.kept), 64, 'KB'),
      said('viewer_resident_kb', kb(full.resident - before.resident), 'KB'),
      said('viewer_left_kb', kb(after.kept - before.kept), 'KB'),
      // To hundredths: the hub's own readings may fall into one of the spans and not the other.
      atMost('viewer_statements', Math.round(perViewer(watched - alone) * 100) / 100, 0, 'in 20 s'),
    ];
  } finally {
    viewers.end();
    await app.stop();
    rmSync(folder, { recursive: true });
  }
}
