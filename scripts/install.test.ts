import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { covers } from './install.mjs';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));

describe('the lock file', () => {
  it('names every build for the machine that the tests run on', () => {
    expect(covers(lock, process)).toBe(true);
  });

  it('without a build for a machine does not cover that machine', () => {
    const packages = {
      'node_modules/fast': {
        optionalDependencies: { '@fast/linux-x64': '1', '@fast/darwin-arm64': '1' },
      },
      'node_modules/@fast/linux-x64': {},
    };
    expect(covers({ packages }, { platform: 'linux', arch: 'x64' })).toBe(true);
    expect(covers({ packages }, { platform: 'darwin', arch: 'arm64' })).toBe(false);
  });
});
