import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './child.mjs';
import { mendDriver } from './mend-driver.mjs';
import { root } from './project.mjs';
import { Refusal } from './refusal.mjs';

const oldestNode = [20, 9];

/**
 * Installs the packages of the lock file unless they are there.
 * @throws {Refusal} on a Node.js that is too old, or when npm fails (which has said why).
 */
export async function ensureInstalled() {
  requireNode();
  await installMissing();
  // An installation may have run no scripts, or be older than the mends.
  mendDriver();
}

async function installMissing() {
  const lock = path.join(root, 'package-lock.json');
  const hash = createHash('sha256').update(readFileSync(lock)).digest('hex');
  const stamp = path.join(root, 'node_modules', '.butaca-lock');
  if (isInstalled(lock, stamp, hash)) return;

  console.info('Installing packages…');
  const { command, args } = npm();
  // Not `npm ci`: it refuses a lock file that lacks the packages of other platforms, which are
  // optional. This takes the versions of the lock file as well, and changes neither file.
  const status = await run(command, [
    ...args,
    // Those for building are needed to build, whatever NODE_ENV says.
    ...['install', '--no-save', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund'],
    ...(covers(JSON.parse(readFileSync(lock, 'utf8')), process) ? [] : ['--no-package-lock']),
  ]);
  if (status !== 0) {
    throw new Refusal(`npm install failed (exit code ${status}): what it said is above.`);
  }
  writeFileSync(stamp, hash);
}

/**
 * Whether a lock file names this machine's builds of what it has in it. npm leaves out, without a
 * word, an optional package that the lock file lacks.
 * @param {{ packages: Record<string, { optionalDependencies?: Record<string, string> }> }} lock
 * @param {{ platform: string, arch: string }} machine
 */
export function covers({ packages }, { platform, arch }) {
  const ours = new RegExp(`[-/]${platform}-${arch}(-gnu|-msvc)?$`);
  const has = (/** @type {string} */ name) =>
    Object.keys(packages).some((place) => place.endsWith(`node_modules/${name}`));
  return Object.values(packages).every(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies)
      .filter((name) => ours.test(name))
      .every(has),
  );
}

/** npm writes its own note last, so one that is there means a whole installation. */
function isInstalled(
  /** @type {string} */ lock,
  /** @type {string} */ stamp,
  /** @type {string} */ hash,
) {
  const note = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === hash;
  return statSync(note).mtimeMs >= statSync(lock).mtimeMs;
}

/** The npm that runs this, else the one of the path. */
function npm() {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.[cm]?js$/.test(script))
    return { command: process.execPath, args: [script] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = oldestNode;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new Refusal(
    `Node.js must be ${oldestNode.join('.')} or later; this one is ${process.versions.node}.`,
  );
}
