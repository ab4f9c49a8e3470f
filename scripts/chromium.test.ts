import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureChromium, findChromium } from './chromium.mjs';

// Playwright's own installer finds no server to download from.
vi.mock('./child.mjs', () => ({
  run: async (command: string, args: string[], options?: { env?: NodeJS.ProcessEnv }) =>
    command === process.execPath ? 1 : spawnSync(command, args, options).status,
}));

/** A machine with nothing on its path but what a test puts there, and no way to Playwright's own. */
let bin: string;
const program = (name: string, script: string) => {
  const file = path.join(bin, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return file;
};

beforeEach(() => {
  bin = mkdtempSync(path.join(tmpdir(), 'butaca-bin-'));
  for (const tool of ['sh', 'cp', 'chmod']) symlinkSync(`/bin/${tool}`, path.join(bin, tool));
  vi.stubEnv('PATH', bin);
  vi.stubEnv('BUTACA_CHROMIUM', undefined);
  vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', path.join(bin, 'browsers'));
  vi.spyOn(console, 'info').mockImplementation(() => {});
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(bin, { recursive: true, force: true });
});

describe.skipIf(process.platform === 'win32')('a Chromium', () => {
  it('that the machine has is taken', async () => {
    const chromium = program('chromium', 'echo Chromium 150');
    expect(await findChromium()).toBe(chromium);
  });

  it('that only says how to install one is passed over', async () => {
    program('chromium', 'echo "snap install chromium" >&2; exit 10');
    const chrome = program('google-chrome', 'echo Chrome 150');
    expect(await findChromium()).toBe(chrome);
  });

  it('that is nowhere comes from the system’s package manager where Playwright’s cannot be had', async () => {
    program('ready', 'echo Chromium 150');
    program('apt-get', `case "$*" in *" chromium") cp ${bin}/ready ${bin}/chromium;; esac`);
    expect(await ensureChromium()).toBe(path.join(bin, 'chromium'));
  });

  it('that cannot be had at all is asked for in one line', async () => {
    await expect(ensureChromium()).rejects.toThrow(/^No Chromium [^\n]+$/);
  });
});
