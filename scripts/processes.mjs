import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Whether a process with this id lives; one that has ended and was not yet collected does not. */
export function isAlive(/** @type {number} */ pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return false;
  }
  return birthOf(pid)?.state !== 'Z';
}

/**
 * Sends a signal to a process that may have ended meanwhile.
 * @param {number} pid a negative one means the group @param {NodeJS.Signals} name
 */
export function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/**
 * When the process began, in the system's own words: with its id it names one process for good,
 * which the id alone, given again to another, does not.
 * @param {number} pid @returns {{ state: string, began: string } | null}
 */
export function birthOf(pid) {
  const stat = `/proc/${pid}/stat`;
  if (existsSync('/proc/self/stat')) {
    try {
      // The name in brackets may hold spaces: count from its end.
      const fields = readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return { state: fields[0] ?? '', began: fields[19] ?? '' };
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === 'ENOENT' || code === 'ESRCH') return null;
      throw error;
    }
  }
  const answer = spawnSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const [state, ...began] = (answer.stdout ?? '').trim().split(/\s+/);
  return state ? { state: state[0] ?? '', began: began.join(' ') } : null;
}
