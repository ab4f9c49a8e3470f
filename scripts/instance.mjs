import { linkSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readJson, writeJson } from './data-dir.mjs';
import { birthOf, isAlive, signal } from './processes.mjs';
import { Refusal } from './refusal.mjs';

/**
 * @typedef {{ pid: number, began: string }} Identity
 * @typedef {Identity & { address: string, app: Identity | null }} Note
 */

const attemptsMax = 5;

/**
 * Makes this process the one that runs on the data folder. A note that a killed start left behind
 * is taken over, and the app that it left running is ended.
 * @param {string} dataDir @param {string} address where it will be found
 * @throws {Refusal} when another one runs.
 */
export function claim(dataDir, address) {
  const file = path.join(dataDir, 'running.json');
  /** @type {Note} */
  const note = { ...identity(process.pid), address, app: null };
  for (let attempt = 0; ; attempt += 1) {
    if (place(file, note)) break;
    const other = /** @type {Note | null} */ (readJson(file));
    if (other && isStill(other)) {
      throw new Refusal(
        `Butaca already runs on ${dataDir}: ${other.address} (process ${other.pid}).`,
      );
    }
    if (attempt === attemptsMax) throw new Error(`${file} cannot be taken over.`);
    if (other) takeAway(file, other);
  }
  return {
    /** Remembers the app's process, for the case that this one is killed. */
    app(/** @type {number} */ pid) {
      note.app = identity(pid);
      writeJson(file, note);
    },
    release: () => rmSync(file, { force: true }),
  };
}

/** Linking fails where the file exists: of two starts at once, one gets it. */
function place(/** @type {string} */ file, /** @type {Note} */ note) {
  const own = `${file}.${process.pid}.own`;
  writeJson(own, note);
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

function takeAway(/** @type {string} */ file, /** @type {Note} */ stale) {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return;
    throw error;
  }
  const moved = /** @type {Note | null} */ (readJson(aside));
  // Another start may have placed its own between the look and the move: give it back.
  if (moved && (moved.pid !== stale.pid || moved.began !== stale.began)) linkSync(aside, file);
  else if (stale.app && isStill(stale.app)) signal(stale.app.pid, 'SIGKILL');
  rmSync(aside, { force: true });
}

/** @param {number} pid @returns {Identity} */
function identity(pid) {
  return { pid, began: birthOf(pid)?.began ?? '' };
}

/** @param {Identity} one */
function isStill({ pid, began }) {
  return isAlive(pid) && birthOf(pid)?.began === began;
}
