import type { TestProject } from 'vitest/node';
import { startTestCluster, type TestCluster } from './cluster';

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** One cluster a run; each test file copies its own database from the template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...cluster } = await startTestCluster();
  project.provide('cluster', cluster);
  return stop;
}
