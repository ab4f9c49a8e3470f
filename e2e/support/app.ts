import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startApp as start } from '../../scripts/app-server.mjs';
import { forApp, withoutProduct } from '../../scripts/environment.mjs';
import { freePort } from '../../scripts/ports.mjs';
import { type Demo, demoDatabase } from './demo-cluster';

export type RunningApp = {
  url: string;
  /** The app's login. */
  databaseUrl: string;
  /** The owner's login: sees every tenant's rows. */
  adminUrl: string;
  /** Holds the file mailbox, `mail/*.eml`. */
  dataDir: string;
  /** Ends the app as kill -9 would, and leaves its database. */
  kill: () => Promise<void>;
  /** Starts the app that was killed again, on the same port and database. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

export const secret = 'for-tests-only-and-known-to-everyone-who-reads';

const logs = path.join('test-results', 'apps');

/**
 * Starts the built app on a free port with a database of its own.
 * @param options.env such as `{ CART_LOCK_DURATION_MINUTES: '0.2' }`
 * @param options.demo false: the tables only; 'stadium': with the house of 100,000 seats
 */
export async function startApp({
  env = {},
  demo = true,
}: {
  env?: Record<string, string>;
  demo?: Demo;
} = {}): Promise<RunningApp> {
  const database = await demoDatabase({ demo });
  const dataDir = mkdtempSync(path.join(tmpdir(), 'butaca-app-'));
  const port = await freePort();
  mkdirSync(logs, { recursive: true });
  const log = path.join(logs, `${port}.log`);
  const discard = async () => {
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const run = () =>
    start({
      mode: 'start',
      port,
      env: forApp({
        ...withoutProduct(process.env),
        NODE_ENV: 'production',
        DATABASE_URL: database.url,
        DATA_DIR: dataDir,
        AUTH_SECRET: secret,
        DEMO: '1',
        ...env,
      }),
      output: (text) => appendFileSync(log, text),
    });
  try {
    let app = await run();
    return {
      url: `http://localhost:${port}`,
      databaseUrl: database.url,
      adminUrl: database.adminUrl,
      dataDir,
      async kill() {
        process.kill(app.pid, 'SIGKILL');
        await app.ended;
      },
      async restart() {
        app = await run();
      },
      async stop() {
        await app.stop();
        await discard();
      },
    };
  } catch (error) {
    await discard();
    throw new Error(`The app did not start; its log is ${log}.`, { cause: error });
  }
}
