import { startApp } from '@/scripts/app-server.mjs';
import { ensureBuilt } from '@/scripts/build.mjs';
import { freePort } from '@/scripts/ports.mjs';

export type BenchApp = Awaited<ReturnType<typeof startApp>> & { port: number };

/** The production build, built when it is stale, over a database of the measurement's own. */
export async function startBenchApp(
  url: string,
  more: Record<string, string> = {},
): Promise<BenchApp> {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: url,
    AUTH_SECRET: process.env.AUTH_SECRET ?? '',
    ...more,
  } as NodeJS.ProcessEnv;
  await ensureBuilt(env);
  const port = await freePort();
  return { ...(await startApp({ mode: 'start', port, env, output: () => {} })), port };
}
