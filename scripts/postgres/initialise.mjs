import { spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { requireRoom } from '../disk.mjs';
import { Refusal } from '../refusal.mjs';
import { workingAs } from './account.mjs';

/** The owner of the cluster: migrates, and nothing else. */
export const superuser = 'postgres';

/**
 * Makes the cluster in `dir` unless it is there. It is made beside its place and then moved, so a
 * start that was killed half-way leaves no half cluster.
 * @param {{ dir: string, files: import('./server-files.mjs').ServerFiles,
 *   account: import('./account.mjs').Account | null, password: string, durable: boolean }} cluster
 * @throws {Refusal} when the data is of another major version, or there is no room.
 */
export function initialise({ dir, files, account, password, durable }) {
  const stamp = path.join(dir, 'PG_VERSION');
  if (existsSync(stamp))
    return requireVersion(dir, readFileSync(stamp, 'utf8').trim(), files.major);

  const partial = `${dir}.new`;
  const passwordFile = `${dir}.password`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account)
    for (const made of [partial, passwordFile]) chownSync(made, account.uid, account.gid);
  try {
    const made = spawnSync(
      files.initdb,
      [
        ...['-D', partial, '-U', superuser, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
        // The same order and case rules on every machine, whatever locales it has.
        ...['--encoding', 'UTF8', '--locale', 'C'],
        ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
        // What a failed one leaves is removed below, once the reason is known.
        ...['--no-instructions', '--no-clean'],
        ...(durable ? [] : ['--no-sync']),
      ],
      { ...workingAs(account), encoding: 'utf8' },
    );
    if (made.status !== 0) throw explain(dir, `${made.stderr}${made.error?.message ?? ''}`);
    rmSync(dir, { recursive: true, force: true });
    renameSync(partial, dir);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(partial, { recursive: true, force: true });
  }
}

function requireVersion(
  /** @type {string} */ dir,
  /** @type {string} */ found,
  /** @type {number} */ wanted,
) {
  if (found === String(wanted)) return;
  throw new Refusal(
    `${dir} holds data of PostgreSQL ${found} and this version brings ${wanted}: dump it with ${found} and load it again, or move the folder away to begin with an empty one.`,
  );
}

/**
 * What the server said, as the line to show.
 * @param {string} dir @param {string} said
 * @returns {Refusal}
 * @throws {Refusal} the one about the disk, when that is full.
 */
export function explain(dir, said) {
  requireRoom(path.dirname(dir));
  const line =
    said.split('\n').findLast((text) => /FATAL|PANIC|error:/.test(text)) ??
    said.trim().split('\n').at(-1);
  return new Refusal(
    `The embedded PostgreSQL in ${dir} does not start: ${line || 'it says nothing'}`,
  );
}

/**
 * Gives the owner a new password without the old one: the secrets were lost and the data was not.
 * @param {{ dir: string, files: import('./server-files.mjs').ServerFiles,
 *   account: import('./account.mjs').Account | null, password: string }} cluster
 */
export function resetPassword({ dir, files, account, password }) {
  const done = spawnSync(files.postgres, ['--single', '-D', dir, 'postgres'], {
    ...workingAs(account),
    input: `ALTER ROLE ${superuser} PASSWORD '${password}'\n`,
    encoding: 'utf8',
  });
  if (done.status !== 0) throw explain(dir, done.stderr);
}
