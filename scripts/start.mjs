import { startApp } from './app-server.mjs';
import { ensureBuilt } from './build.mjs';
import { command } from './command.mjs';
import { load } from './project.mjs';
import { Refusal } from './refusal.mjs';
import { startServices } from './services.mjs';
import { supervise } from './supervise.mjs';

await command(async (teardown) => {
  const { appEnv, config, database, appStarted } = await startServices(teardown);
  await ensureBuilt(appEnv);
  if (teardown.interrupted) return;
  const { port } = config;
  const app = await supervise('The app', () =>
    startApp({
      mode: 'start',
      port,
      env: { ...appEnv, NODE_ENV: 'production' },
      onSpawn: appStarted,
    }),
  );
  teardown.add(app.stop);
  console.info(`\nButaca is ready: http://localhost:${port}`);
  if (config.demo) await sayAccounts(config.demoStadium);
  const lost = await Promise.race([app.lost, ...(database ? [database.lost] : [])]);
  throw new Refusal(lost.message, { cause: lost });
});

/** @param {boolean} stadium */
async function sayAccounts(stadium) {
  const { demoAccounts, stadiumAccount } = await load('db/seed/accounts.ts');
  console.info('\nDemo accounts:');
  for (const { email, password, tenant, role } of [
    ...demoAccounts,
    ...(stadium ? [stadiumAccount] : []),
  ]) {
    console.info(`  ${email}  ${password}  ${[tenant, role].filter(Boolean).join(', ')}`);
  }
}
