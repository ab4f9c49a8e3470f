import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { root } from './project.mjs';
import { Refusal } from './refusal.mjs';

/** @typedef {{ authSecret: string, ownerPassword: string, appPassword: string }} Secrets */

/**
 * The folder of `DATA_DIR`, made when missing.
 * @returns {string} absolute
 * @throws {Refusal} when it cannot be a folder that this may write to.
 */
export function dataDirectory(env = process.env) {
  const dir = path.resolve(root, env.DATA_DIR || '.data');
  try {
    makeFolder(dir);
    accessSync(dir, constants.W_OK | constants.X_OK);
  } catch (cause) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (cause);
    if (code === 'ENOSPC') throw cause;
    throw new Refusal(
      `DATA_DIR must be a folder that can be written to; ${dir} is not (${code}).`,
      {
        cause,
      },
    );
  }
  return dir;
}

/** Not `recursive`: where a folder cannot be (under /proc), Node's own loop never ends. */
function makeFolder(/** @type {string} */ dir) {
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = path.dirname(dir);
  if (parent !== dir) makeFolder(parent);
  try {
    mkdirSync(dir);
  } catch (error) {
    // Another start made it meanwhile; or it is no folder.
    if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

/**
 * What this installation keeps secret, made at the first start.
 * @param {string} dataDir
 * @returns {{ secrets: Secrets, fresh: boolean }} fresh: made just now.
 */
export function secretsOf(dataDir) {
  const file = path.join(dataDir, 'secrets.json');
  const kept = readJson(file);
  if (kept) return { secrets: /** @type {Secrets} */ (kept), fresh: false };
  const secrets = {
    authSecret: randomBytes(32).toString('base64url'),
    ownerPassword: randomBytes(18).toString('hex'),
    appPassword: randomBytes(18).toString('hex'),
  };
  writeJson(file, secrets);
  return { secrets, fresh: true };
}

/**
 * @param {string} file
 * @returns {Record<string, unknown> | null} null when there is none
 */
export function readJson(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null;
    throw error;
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Refusal(`${file} is not readable JSON: put it right, or remove it.`, { cause });
  }
}

/** Whole or not at all, and for no other account's eyes. @param {string} file @param {object} value */
export function writeJson(file, value) {
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(partial, file);
}
