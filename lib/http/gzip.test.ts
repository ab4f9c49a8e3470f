import { expect, test } from 'vitest';
import { acceptsGzip } from './gzip';

test.each([
  ['gzip', true],
  ['gzip, deflate, br, zstd', true],
  ['br;q=1.0, GZIP;q=0.2', true],
  ['x-gzip', true],
  ['*', true],
  ['deflate, *;q=0.5', true],
  ['gzip;q=0, *', false],
  ['gzip; q=0.0', false],
  ['br', false],
  ['gzipped', false],
  ['identity', false],
  ['*;q=0', false],
  ['', false],
  [null, false],
])('a request that accepts “%s” is answered with gzip: %s', (header, accepted) => {
  expect(acceptsGzip(header)).toBe(accepted);
});
