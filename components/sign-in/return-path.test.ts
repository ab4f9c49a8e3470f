import { describe, expect, it } from 'vitest';
import { returnPath } from './return-path';

describe('after signing in', () => {
  it.each(['/es', '/en/teatro-aurora/la-luz?zona=2#mapa', '/es/orders/1?key=a%2Fb'])(
    'the buyer goes back to %s',
    (path) => expect(returnPath(path, '/es')).toBe(path),
  );

  it.each([
    'https://evil.example/es',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    'es',
    '',
    undefined,
    ['/es', '/en'],
    '/es\\@evil.example',
    'http:/evil.example',
  ])('the buyer is never led to %j', (path) => {
    expect(returnPath(path, '/es')).toBe('/es');
  });

  it('a path that climbs out and back stays on this site', () => {
    expect(returnPath('/es/..//evil.example', '/es')).not.toMatch(/^\/\/|^https?:/);
  });
});
