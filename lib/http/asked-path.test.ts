import { describe, expect, it } from 'vitest';
import { inLanguage } from './asked-path';

describe('an address in another language', () => {
  it.each([
    ['/en/teatro-aurora', '/es/teatro-aurora'],
    ['/en/teatro-aurora/', '/es/teatro-aurora'],
    ['/en/teatro-aurora/noche?seats=2&_rsc=1a2b', '/es/teatro-aurora/noche?seats=2'],
    ['/en/orders/1?key=a%2Bb%2Fc%3D', '/es/orders/1?key=a%2Bb%2Fc%3D'],
    ['/en', '/es'],
    ['/en//elsewhere.example', '/es//elsewhere.example'],
  ])('of %s is %s', (asked, other) => {
    expect(inLanguage(asked, 'es')).toBe(other);
  });
});
