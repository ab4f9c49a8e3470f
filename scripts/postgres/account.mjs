import { spawnSync } from 'node:child_process';
import { Refusal } from '../refusal.mjs';

/** @typedef {{ name: string, uid: number, gid: number }} Account */

const names = ['butaca', 'postgres'];

/** One for each family of systems: shadow's useradd, then Busybox's adduser. */
const creators = [
  ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'butaca']],
  ['adduser', ['-S', '-D', '-H', '-s', '/bin/false', 'butaca']],
];

/**
 * The account that PostgreSQL runs as, because it refuses to run as root.
 * @returns {Account | null} null: as whoever runs this, who is not root.
 * @throws {Refusal} as root, where no account exists and none can be made.
 */
export function serverAccount() {
  if (process.getuid?.() !== 0) return null;
  const existing = names.map(lookUp).find(Boolean);
  if (existing) return existing;
  for (const [command, args] of creators) {
    spawnSync(command, args, { stdio: 'ignore' });
    const created = lookUp('butaca');
    if (created) return created;
  }
  throw new Refusal(
    'PostgreSQL does not run as root and no account could be made for it: create a user named butaca, or run this as an ordinary user.',
  );
}

/** @param {string} name @returns {Account | null} */
function lookUp(name) {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return answer.status === 0 ? Number(answer.stdout) : Number.NaN;
  });
  return uid > 0 && Number.isInteger(gid) ? { name, uid, gid } : null;
}

/**
 * Options for a child that works as the account. The folder is one that everybody may enter:
 * the caller's own may be closed to the account.
 * @param {Account | null} account
 */
export function workingAs(account) {
  return account ? { uid: account.uid, gid: account.gid, cwd: '/' } : {};
}

/**
 * Whether the account may enter the folder; asked of the system, since modes do not tell all.
 * @param {Account | null} account @param {string} dir
 */
export function mayEnter(account, dir) {
  if (!account) return true;
  const answer = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', dir], {
    ...workingAs(account),
    stdio: 'ignore',
  });
  return answer.status === 0;
}
