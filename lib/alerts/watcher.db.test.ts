import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { connect } from '@/db/client';
import { startMortalCluster } from '@/db/testing/cluster';
import { freshDatabase } from '@/db/testing/fresh-database';
import { createHall, type Hall } from '@/db/testing/hall';
import { letTimePass, newSession, writeLocks } from './testing/locks';
import { startWatcher, type Watcher } from './watcher';

let cluster: Awaited<ReturnType<typeof startMortalCluster>>;
const watchers: Watcher[] = [];

beforeAll(async () => {
  cluster = await startMortalCluster();
});
afterAll(() => cluster.stop());
afterEach(async () => {
  await Promise.all(watchers.splice(0).map((watcher) => watcher.stop()));
  vi.restoreAllMocks();
});

async function stage() {
  const database = await freshDatabase(cluster);
  const app = connect(database.url);
  const admin = postgres(database.adminUrl, { max: 2, onnotice: () => {} });
  return {
    app,
    admin,
    async end() {
      await Promise.all([app.sql.end({ timeout: 1 }), admin.end({ timeout: 1 })]);
      await database.drop();
    },
  };
}

const raised = (admin: postgres.Sql, hall: Hall) =>
  admin<{ source: string }[]>`SELECT source FROM alerts
    WHERE tenant_id = ${hall.tenantId} AND kind = 'session_units' ORDER BY raised_at`;

describe('the watcher', () => {
  it('raises a burst within seconds, once, however many processes watch', async () => {
    const { app, admin, end } = await stage();
    try {
      const hall = await createHall(admin, { capacity: 2_000 });
      for (let n = 0; n < 3; n++) watchers.push(startWatcher(app.db, 100));
      const sessionKey = newSession();
      await writeLocks(admin, hall, { count: 60, sessionKey });
      await vi.waitFor(
        async () => expect(await raised(admin, hall)).toEqual([{ source: sessionKey }]),
        { timeout: 9_000, interval: 50 },
      );
      const another = newSession();
      await writeLocks(admin, hall, { count: 60, sessionKey: another });
      await vi.waitFor(async () => expect(await raised(admin, hall)).toHaveLength(2), {
        timeout: 9_000,
        interval: 50,
      });
    } finally {
      await Promise.all(watchers.splice(0).map((watcher) => watcher.stop()));
      await end();
    }
  });

  it('leaves no house unwatched because another cannot be read, and reads that one once it can', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { app, admin, end } = await stage();
    try {
      const [broken, sound] = [await createHall(admin), await createHall(admin)];
      await admin.unsafe(`
        CREATE FUNCTION refuse_alert() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN RAISE EXCEPTION 'no'; END $$;
        CREATE TRIGGER refuse_alert BEFORE INSERT ON alerts FOR EACH ROW
          WHEN (NEW.tenant_id = ${broken.tenantId}) EXECUTE FUNCTION refuse_alert()`);
      for (const hall of [broken, sound]) await writeLocks(admin, hall, { count: 60 });
      watchers.push(startWatcher(app.db, 100));
      await vi.waitFor(async () => expect(await raised(admin, sound)).toHaveLength(1), {
        timeout: 9_000,
      });
      // Nothing is locked there any more that would call for a look.
      await letTimePass(admin, broken, 15);
      await admin`DROP TRIGGER refuse_alert ON alerts`;
      await vi.waitFor(async () => expect(await raised(admin, broken)).toHaveLength(1), {
        timeout: 9_000,
      });
    } finally {
      await Promise.all(watchers.splice(0).map((watcher) => watcher.stop()));
      await end();
    }
  });

  it('goes on when the database was away, and tells what came in between', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const said = vi.spyOn(console, 'info').mockImplementation(() => {});
    const { app, admin, end } = await stage();
    try {
      const hall = await createHall(admin, { capacity: 2_000 });
      watchers.push(startWatcher(app.db, 100));
      await writeLocks(admin, hall, { count: 60 });
      await vi.waitFor(async () => expect(await raised(admin, hall)).toHaveLength(1), {
        timeout: 9_000,
      });
      await cluster.goDown('killed');
      const lost = () => warned.mock.calls.filter(([line]) => /cannot be looked for/.test(line));
      await vi.waitFor(() => expect(lost()).toHaveLength(1), { timeout: 9_000 });
      await cluster.comeBack();
      const sessionKey = newSession();
      await vi.waitFor(() => writeLocks(admin, hall, { count: 60, sessionKey }), {
        timeout: 15_000,
      });
      await vi.waitFor(
        async () =>
          expect((await raised(admin, hall)).map(({ source }) => source)).toContain(sessionKey),
        { timeout: 15_000 },
      );
      // Said when it changes, not at each round.
      expect(lost()).toHaveLength(1);
      expect(said.mock.calls.some(([line]) => /looked for again/.test(line))).toBe(true);
    } finally {
      await Promise.all(watchers.splice(0).map((watcher) => watcher.stop()));
      await end();
    }
  }, 60_000);
});
