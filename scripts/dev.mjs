import { startApp } from './app-server.mjs';
import { command } from './command.mjs';
import { Refusal } from './refusal.mjs';
import { startServices } from './services.mjs';

await command(async (teardown) => {
  const { appEnv, config, database, appStarted } = await startServices(teardown);
  if (teardown.interrupted) return;
  const app = await startApp({
    mode: 'dev',
    port: config.port,
    env: appEnv,
    onSpawn: appStarted,
  });
  teardown.add(app.stop);
  console.info(`\nButaca is ready: http://localhost:${config.port}`);
  const ended = app.ended.then(() => new Error('The development server ended.'));
  const lost = await Promise.race([ended, ...(database ? [database.lost] : [])]);
  throw new Refusal(lost.message, { cause: lost });
});
