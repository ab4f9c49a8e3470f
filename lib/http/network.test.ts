import { describe, expect, it } from 'vitest';
import { addressOf, clientOf } from './client';
import { networkOf } from './network';

describe('the network of an address', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['unknown', 'unknown'],
  ])('of %s is %s', (address, network) => expect(networkOf(address)).toBe(network));
});

const from = (forwarded: string | null) => ({
  get: (name: string) => (name === 'x-forwarded-for' ? forwarded : null),
});

describe('the address of a request', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['10.0.0.1, 203.0.113.9', '203.0.113.9'],
    ['203.0.113.9:41234', '203.0.113.9'],
    ['2001:db8::1', '2001:db8::1'],
    [null, null],
    ['', null],
    ['the office', null],
    ['203.0.113.9, unknown', null],
    ['9'.repeat(12_000), null],
  ])('forwarded for %s is %s', (forwarded, address) => {
    expect(addressOf(from(forwarded))).toBe(address);
  });

  it('is kept as a hash of its network, that no two subscribers share', () => {
    const hash = (forwarded: string | null) => clientOf(from(forwarded)).addressHash;
    expect(hash('2001:db8:1:2::1')).toMatch(/^[\w-]{22}$/);
    expect(hash('2001:db8:1:2:aaaa::9')).toBe(hash('2001:db8:1:2::1'));
    expect(hash('2001:db8:1:3::1')).not.toBe(hash('2001:db8:1:2::1'));
    expect(hash('anything')).toBeNull();
  });
});
