import { startTestCluster } from '../../db/testing/cluster';
import { ensureBuilt } from '../../scripts/build.mjs';
import { withoutProduct } from '../../scripts/environment.mjs';
import { startApp } from './app';
import { prepareDemo } from './demo-cluster';

/** One cluster and one app with the usual settings for the whole run; its address is `baseURL`. */
export default async function setup(): Promise<() => Promise<void>> {
  await ensureBuilt(withoutProduct(process.env));
  const { stop, ...cluster } = await startTestCluster();
  try {
    await prepareDemo(cluster);
    const app = await startApp();
    process.env.BUTACA_E2E_URL = app.url;
    return async () => {
      await app.stop();
      await stop();
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
