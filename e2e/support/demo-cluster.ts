import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestCluster } from '../../db/testing/cluster';
import { type FreshDatabase, freshDatabase } from '../../db/testing/fresh-database';

const variable = 'BUTACA_E2E_CLUSTER';

/** Copied from with or without the demo in it. */
type DemoCluster = TestCluster & { demo: string };

/** Fills one database with the demo; each app then works on a copy of its own. */
export async function prepareDemo(cluster: TestCluster): Promise<void> {
  const { name, adminUrl } = await freshDatabase(cluster);
  const child = spawn(process.execPath, ['--import', 'tsx', 'db/seed/run.ts'], {
    env: { ...process.env, MIGRATION_DATABASE_URL: adminUrl },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error(`The demo could not be seeded (exit code ${status}).`);
  // The tests' processes start after this one and inherit it.
  process.env[variable] = JSON.stringify({ ...cluster, demo: name } satisfies DemoCluster);
}

/** A database of its own: the demo's, or an empty one with the tables only. */
export function demoDatabase({ demo }: { demo: boolean }): Promise<FreshDatabase> {
  const kept = process.env[variable];
  if (!kept) throw new Error('The cluster is started by the global setup of the browser tests.');
  const cluster = JSON.parse(kept) as DemoCluster;
  return freshDatabase(cluster, demo ? cluster.demo : cluster.template);
}
