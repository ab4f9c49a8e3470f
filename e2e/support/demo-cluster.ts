import { spawn } from 'node:child_process';
import { once } from 'node:events';
import postgres from 'postgres';
import type { TestCluster } from '../../db/testing/cluster';
import { type FreshDatabase, freshDatabase } from '../../db/testing/fresh-database';

const variable = 'BUTACA_E2E_CLUSTER';

/** Copied from with or without the demo in it. */
type DemoCluster = TestCluster & { demo: string };

/** What an app finds in its database: nothing, the demo, or the demo with the stadium. */
export type Demo = boolean | 'stadium';

/** Whoever asks for the stadium first writes it, for all of the run. */
const stadiumName = 'demo_stadium';
const stadiumLock = 1_651_860_848;

/** Fills one database with the demo; each app then works on a copy of its own. */
export async function prepareDemo(cluster: TestCluster): Promise<void> {
  const { name, adminUrl } = await freshDatabase(cluster);
  await seed(adminUrl);
  // The tests' processes start after this one and inherit it.
  process.env[variable] = JSON.stringify({ ...cluster, demo: name } satisfies DemoCluster);
}

/** A database of its own: the demo's, or an empty one with the tables only. */
export async function demoDatabase({ demo }: { demo: Demo }): Promise<FreshDatabase> {
  const kept = process.env[variable];
  if (!kept) throw new Error('The cluster is started by the global setup of the browser tests.');
  const cluster = JSON.parse(kept) as DemoCluster;
  if (demo === 'stadium') return freshDatabase(cluster, await stadium(cluster));
  return freshDatabase(cluster, demo ? cluster.demo : cluster.template);
}

/** The database with the stadium, written now unless another process of the run has done so. */
async function stadium(cluster: DemoCluster): Promise<string> {
  const sql = postgres(cluster.adminUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`SELECT pg_advisory_lock(${stadiumLock})`;
    const there = await sql`SELECT FROM pg_database WHERE datname = ${stadiumName}`;
    if (there.length > 0) return stadiumName;
    const { name, adminUrl } = await freshDatabase(cluster, cluster.demo);
    await seed(adminUrl, 'stadium');
    await sql.unsafe(`ALTER DATABASE ${name} RENAME TO ${stadiumName}`);
    return stadiumName;
  } finally {
    await sql.end();
  }
}

async function seed(adminUrl: string, ...houses: string[]): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'db/seed/run.ts', ...houses], {
    env: { ...process.env, MIGRATION_DATABASE_URL: adminUrl },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error(`The demo could not be seeded (exit code ${status}).`);
}
