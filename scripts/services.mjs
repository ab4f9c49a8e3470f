import { run } from './child.mjs';
import { dataDirectory, secretsOf } from './data-dir.mjs';
import { requireRoom } from './disk.mjs';
import { forApp } from './environment.mjs';
import { claim } from './instance.mjs';
import { freePort, isFree } from './ports.mjs';
import { embeddedAddress, openAppLogin, startEmbedded } from './postgres/embedded.mjs';
import { load } from './project.mjs';
import { Refusal } from './refusal.mjs';

/**
 * @typedef {{ appEnv: NodeJS.ProcessEnv, ownerEnv: NodeJS.ProcessEnv, config: any,
 *   database: { lost: Promise<Error> } | null, appStarted: (pid: number) => void }} Services
 */

/**
 * All that the app stands on: a checked environment and a database that is running, migrated and,
 * for the demo, filled.
 * @param {ReturnType<typeof import('./teardown.mjs').teardown>} teardown
 * @returns {Promise<Services>}
 * @throws one-line errors that name the variable or the thing that is wrong.
 */
export async function startServices(teardown) {
  const given = process.env;
  const dataDir = dataDirectory(given);
  if (given.DATABASE_URL) return withGivenDatabase(given, dataDir);

  const { parseConfig } = await load('lib/config.ts');
  const claimed = claim(dataDir, `http://localhost:${given.PORT || 3000}`);
  teardown.add(claimed.release);
  const { secrets, fresh } = secretsOf(dataDir);
  const address = await embeddedAddress(dataDir, secrets);
  const shared = {
    ...given,
    DATA_DIR: dataDir,
    DEMO: given.DEMO || '1',
    AUTH_SECRET: given.AUTH_SECRET || secrets.authSecret,
  };
  const appEnv = forApp({ ...shared, DATABASE_URL: address.appUrl });
  const config = parseConfig(appEnv);
  await requireFreePort(config.port);

  const database = await startEmbedded({ dataDir, secrets, fresh, address });
  teardown.add(database.stop);
  const ownerEnv = { ...appEnv, MIGRATION_DATABASE_URL: address.ownerUrl };
  try {
    await migrate(address.ownerUrl);
    await openAppLogin(address.ownerUrl, secrets);
    await seed(config, ownerEnv);
  } catch (error) {
    requireRoom(address.dir);
    throw error;
  }
  return { appEnv, ownerEnv, config, database, appStarted: claimed.app };
}

/** @param {NodeJS.ProcessEnv} given @param {string} dataDir @returns {Promise<Services>} */
async function withGivenDatabase(given, dataDir) {
  const { parseConfig } = await load('lib/config.ts');
  const appEnv = forApp({ ...given, DATA_DIR: dataDir });
  const config = parseConfig(appEnv);
  await requireFreePort(config.port);
  const ownerUrl = given.MIGRATION_DATABASE_URL || config.databaseUrl;
  const ownerEnv = { ...appEnv, MIGRATION_DATABASE_URL: ownerUrl };
  await migrate(ownerUrl);
  await seed(config, ownerEnv);
  return { appEnv, ownerEnv, config, database: null, appStarted: () => {} };
}

/** @param {string} ownerUrl */
async function migrate(ownerUrl) {
  const { migrate: applyMigrations } = await load('db/migrate.ts');
  await applyMigrations(ownerUrl);
}

/** @param {{ demo: boolean, demoStadium: boolean }} config @param {NodeJS.ProcessEnv} env */
async function seed({ demo, demoStadium }, env) {
  if (!demo) return;
  const houses = demoStadium ? ['stadium'] : [];
  const args = ['--import', 'tsx', 'db/seed/run.ts', ...houses];
  const status = await run(process.execPath, args, { env });
  if (status !== 0) {
    throw new Refusal(`The demo could not be seeded (exit code ${status}): what it said is above.`);
  }
}

/** Asked before the long build, not after. @param {number} port */
async function requireFreePort(port) {
  if ((await isFree(port)) && (await isFree(port, '127.0.0.1'))) return;
  throw new Refusal(
    `PORT must be one that nothing listens on; ${port} is taken (PORT=${await freePort()} would do).`,
  );
}
