import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs';

const bytesMax = 5 * 1024 * 1024;

/**
 * Appends to a file that never grows past a bound; the part before is kept beside it, once.
 * @param {string} file
 * @returns {(text: string) => void}
 */
export function boundedLog(file) {
  let bytes = existsSync(file) ? statSync(file).size : 0;
  return (text) => {
    const added = Buffer.byteLength(text);
    if (bytes > 0 && bytes + added > bytesMax) {
      renameSync(file, `${file}.1`);
      bytes = 0;
    }
    try {
      appendFileSync(file, text, { mode: 0o600 });
      bytes += added;
    } catch (error) {
      // A full disk is told by the server itself; losing its log must not end the app as well.
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOSPC') throw error;
    }
  };
}
