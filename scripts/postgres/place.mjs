import { createHash } from 'node:crypto';
import {
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { readJson, writeJson } from '../data-dir.mjs';
import { Refusal } from '../refusal.mjs';
import { mayEnter, serverAccount } from './account.mjs';
import { openDirectory, systemDir } from './server-files.mjs';

/**
 * @typedef {import('./account.mjs').Account} Account
 * @typedef {{ dir: string, account: Account | null }} Place
 */

/**
 * Where the embedded data lives, and as whom its server runs: inside the data folder; where the
 * server's account may not enter that (a clone in root's own home), under /var/lib with a note.
 * @param {string} dataDir @returns {Place}
 * @throws {Refusal} when the data belongs to somebody else, or cannot be reached.
 */
export function clusterPlace(dataDir) {
  const inside = path.join(dataDir, 'postgres');
  const noted = noteOf(dataDir).dir;
  if (noted && existsSync(noted) && isOurs(noted, dataDir, inside)) return occupied(noted);
  if (existsSync(inside)) return occupied(inside);

  const account = serverAccount();
  if (mayEnter(account, dataDir)) return { dir: inside, account };
  const name = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16);
  const home = path.join(systemDir, name);
  openDirectory(systemDir);
  openDirectory(home);
  writeFileSync(path.join(home, 'origin'), dataDir);
  const dir = path.join(home, 'postgres');
  if (existsSync(dir)) {
    // Its data folder was removed, and with it the way in: begin anew, without destroying it.
    rmSync(`${dir}.orphaned`, { recursive: true, force: true });
    renameSync(dir, `${dir}.orphaned`);
    console.info(`The data of a removed ${dataDir} is now in ${dir}.orphaned.`);
  }
  return { dir, account };
}

/** @param {string} dataDir @returns {{ dir?: string, port?: number }} */
export function noteOf(dataDir) {
  return readJson(path.join(dataDir, 'cluster.json')) ?? {};
}

/** @param {string} dataDir @param {{ dir: string, port: number }} note */
export function keepNote(dataDir, note) {
  writeJson(path.join(dataDir, 'cluster.json'), note);
}

/** A data folder that was copied carries the original's note: that data is not the copy's. */
function isOurs(
  /** @type {string} */ dir,
  /** @type {string} */ dataDir,
  /** @type {string} */ inside,
) {
  if (dir === inside) return true;
  const origin = path.join(path.dirname(dir), 'origin');
  if (!existsSync(origin)) return false;
  const home = readFileSync(origin, 'utf8');
  if (home === dataDir) return true;
  const moved = !existsSync(home);
  if (moved) writeFileSync(origin, dataDir);
  return moved;
}

/** Existing data is served by its owner. @param {string} dir @returns {Place} */
function occupied(dir) {
  const { uid, gid } = statSync(dir);
  const self = process.getuid?.();
  if (self === undefined || (self === uid && self !== 0)) return { dir, account: null };
  if (self !== 0) {
    throw new Refusal(
      `${dir} belongs to another user: start as that user, or set another DATA_DIR.`,
    );
  }
  const account = { name: String(uid), uid, gid };
  if (!mayEnter(account, dir)) {
    throw new Refusal(
      `The owner of ${dir} (user ${uid}) may not enter it: open the folders above it, or set another DATA_DIR.`,
    );
  }
  return { dir, account };
}
