import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './child.mjs';
import { compressStatic } from './compress-static.mjs';
import { commandOf, root } from './project.mjs';
import { Refusal } from './refusal.mjs';

const folders = ['app', 'components', 'db', 'inngest', 'lib', 'messages', 'public'];
const rootFile =
  /^(package-lock\.json|tsconfig(\.build)?\.json|.*\.config\.(ts|mjs)|(proxy|instrumentation.*)\.ts)$/;
const untouched =
  /(\.test\.tsx?|^vitest\.config\.ts|^playwright\.config\.ts|^drizzle\.config\.ts)$/;
const stamp = path.join(root, '.next', 'butaca-build');

/**
 * Builds the app for production unless the last whole build was of these very sources.
 * @param {NodeJS.ProcessEnv} env
 * @throws {Refusal} when the build fails (it has said why).
 */
export async function ensureBuilt(env) {
  const wanted = sourceHash(env);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.info('Building…');
  // First the stamp: a build that is broken off must not pass for whole.
  rmSync(stamp, { force: true });
  const status = await run(process.execPath, [commandOf('next'), 'build'], {
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0)
    throw new Refusal(`The build failed (exit code ${status}): what it said is above.`);
  await compressStatic();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** @param {NodeJS.ProcessEnv} env */
function sourceHash(env) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  for (const file of sources()) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  // Next.js writes these into what it builds.
  for (const name of Object.keys(env)
    .filter((key) => /^NEXT_(PUBLIC_|SERVER_ACTIONS_ENCRYPTION_KEY$)/.test(key))
    .sort()) {
    hash.update(`\0${name}=${env[name]}`);
  }
  return hash.digest('hex');
}

function sources() {
  const inFolders = folders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name))),
    );
  return [...readdirSync(root).filter((name) => rootFile.test(name)), ...inFolders]
    .filter((file) => !untouched.test(file))
    .sort();
}
