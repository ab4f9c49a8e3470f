import { statfsSync } from 'node:fs';
import { Refusal } from './refusal.mjs';

/** One segment of the write-ahead log. */
const leastFreeBytes = 16 * 1024 * 1024;

/**
 * Asked when something else failed: what a full disk leads to has many names.
 * @param {string} dir
 * @throws {Refusal} when the disk is full.
 */
export function requireRoom(dir) {
  const { bavail, bsize } = statfsSync(dir);
  if (bavail * bsize >= leastFreeBytes) return;
  throw new Refusal(`The disk that holds ${dir} is full: make room and start again.`);
}
