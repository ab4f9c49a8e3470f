import { createHmac } from 'node:crypto';
import { isIP } from 'node:net';
import { config } from '@/lib/config';
import type { Client } from '@/lib/context';
import { processWide } from '@/lib/process-wide';
import { deviceOf } from './device';
import { networkOf } from './network';

type Headers = { get(name: string): string | null };

/**
 * The address that a request came from, as the nearest proxy wrote it down; null where that is none.
 * Whatever stands before it in the header, the client may have made up.
 */
export function addressOf(headers: Headers): string | null {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  // Some proxies write the port down as well.
  const address = last.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  return isIP(address) ? address : null;
}

/** What of a request's origin may be kept: its address as a keyed hash, and the kind of device. */
export function clientOf(headers: Headers): Client {
  const address = addressOf(headers);
  const addressHash = address && hashOf(networkOf(address));
  return { addressHash: addressHash || null, device: deviceOf(headers.get('user-agent')) };
}

/** Addresses whose hash is at hand; the one that came first is forgotten. */
const knownMax = 10_000;

/** 132 bits of HMAC-SHA256: the same address gives the same hash, and no hash gives the address. */
function hashOf(address: string): string {
  const known = processWide('address hashes', () => new Map<string, string>());
  const before = known.get(address);
  if (before) return before;
  const hmac = createHmac('sha256', config().authSecret).update(`address ${address}`);
  const hash = hmac.digest('base64url').slice(0, 22);
  known.set(address, hash);
  if (known.size > knownMax) known.delete(known.keys().next().value as string);
  return hash;
}
