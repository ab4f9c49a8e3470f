import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { run } from './child.mjs';
import { ensureChromium } from './chromium.mjs';
import { commandOf, root } from './project.mjs';
import { Refusal } from './refusal.mjs';

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ name: string, work: (env: NodeJS.ProcessEnv) => Promise<Count> }} Step
 */

/** The cheapest first. @type {Step[]} */
export const steps = [
  { name: 'lint', work: (env) => asOne([commandOf('@biomejs/biome', 'biome'), 'check', '.'], env) },
  {
    name: 'types',
    work: async (env) => {
      const routes = await asOne([commandOf('next'), 'typegen'], env);
      return routes.failed ? routes : asOne([commandOf('typescript', 'tsc'), '--noEmit'], env);
    },
  },
  { name: 'unused code', work: (env) => asOne([commandOf('knip')], env) },
  { name: 'unit tests', work: (env) => vitest('unit', env) },
  { name: 'database tests', work: (env) => vitest('database', env) },
  { name: 'production build', work: build },
  { name: 'browser tests', work: browser },
];

/** A command that counts as one test. @param {string[]} args @param {NodeJS.ProcessEnv} env */
async function asOne(args, env) {
  const status = await run(process.execPath, args, { env });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @param {string} project @param {NodeJS.ProcessEnv} env */
async function vitest(project, env) {
  const file = reportFile(project);
  const status = await run(
    process.execPath,
    [
      ...[commandOf('vitest'), 'run', '--project', project],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    ],
    { env },
  );
  const report = readReport(file);
  return count(status, report?.numPassedTests, report?.numFailedTests);
}

/** @param {NodeJS.ProcessEnv} env */
async function build(env) {
  try {
    await ensureBuilt(env);
    return { passed: 1, failed: 0 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    return { passed: 0, failed: 1 };
  }
}

/** @param {NodeJS.ProcessEnv} env */
async function browser(env) {
  const file = reportFile('browser');
  const chromium = await ensureChromium();
  const status = await run(
    process.execPath,
    [commandOf('@playwright/test', 'playwright'), 'test', '--reporter=list,json'],
    { env: { ...env, BUTACA_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file } },
  );
  const stats = readReport(file)?.stats;
  return count(status, stats && stats.expected + stats.flaky, stats?.unexpected);
}

/** A run that ends badly, or in which nothing ran, has failed whatever its tests say. */
function count(/** @type {number} */ status, passed = 0, failed = 0) {
  const bad = status !== 0 || passed + failed === 0;
  return { passed, failed: bad ? Math.max(failed, 1) : failed };
}

function reportFile(/** @type {string} */ name) {
  return path.join(root, 'test-results', `${name.replaceAll(' ', '-')}.json`);
}

/** @param {string} file @returns {any} null when the run ended before it wrote one */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null;
    throw error;
  }
}
