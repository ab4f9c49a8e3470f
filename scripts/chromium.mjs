import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './child.mjs';
import { commandOf } from './project.mjs';
import { Refusal } from './refusal.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A Chromium for the browser tests: `BUTACA_CHROMIUM`, one that the machine has, else Playwright's.
 * @returns {Promise<string | null>} its program, or null when there is none yet
 */
export async function findChromium() {
  const named = process.env.BUTACA_CHROMIUM;
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const places = [
    ...names.flatMap((name) => folders.map((dir) => path.join(dir, name))),
    ...applications,
  ];
  const present = places.find((place) => existsSync(place) && answers(place));
  if (present) return present;
  const { chromium } = await import('playwright');
  const downloaded = chromium.executablePath();
  return existsSync(downloaded) && answers(downloaded) ? downloaded : null;
}

/**
 * The same, installed where it is missing: by Playwright, else by the system's package manager.
 * @returns {Promise<string>}
 * @throws {Refusal} when neither can.
 */
export async function ensureChromium() {
  const ways = [
    () => run(process.execPath, [commandOf('playwright'), 'install', '--with-deps', 'chromium']),
    () => run(process.execPath, [commandOf('playwright'), 'install', 'chromium']),
    bySystem,
  ];
  for (const install of [null, ...ways]) {
    if (install) {
      console.info('Installing Chromium…');
      await install();
    }
    const found = await findChromium();
    if (found) return found;
  }
  throw new Refusal(
    'No Chromium is on this machine and none could be installed: install one, or name it in BUTACA_CHROMIUM.',
  );
}

async function bySystem() {
  const managers = [
    ['apt-get', ['update'], ['install', '-y', '--no-install-recommends', 'chromium']],
    ['dnf', ['install', '-y', 'chromium']],
    ['apk', ['add', 'chromium']],
    ['pacman', ['-Sy', '--noconfirm', 'chromium']],
  ];
  for (const [name, ...steps] of /** @type {[string, ...string[][]][]} */ (managers)) {
    if (spawnSync(name, ['--version'], { stdio: 'ignore' }).error) continue;
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of steps) await run(name, args, { env });
    return;
  }
}

/** A distribution may put a script there that only tells how to install it. */
function answers(/** @type {string} */ program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
