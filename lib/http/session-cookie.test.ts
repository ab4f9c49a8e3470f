import { expect, it } from 'vitest';
import { overTls } from './session-cookie';

it.each([
  [true, 'https', 'http://localhost:3000/'],
  [true, 'https,http', 'http://localhost:3000/'],
  [false, 'http', 'https://localhost:3000/'],
  [true, null, 'https://localhost:3000/'],
  [false, null, 'http://localhost:3000/'],
])('came over TLS: %s, where a proxy says %s of %s', (expected, told, url) => {
  const headers = new Headers(told ? { 'x-forwarded-proto': told } : {});
  expect(overTls(headers, url)).toBe(expected);
});
