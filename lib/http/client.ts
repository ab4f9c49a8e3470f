import { createHmac } from 'node:crypto';
import { config } from '@/lib/config';
import type { Client } from '@/lib/context';
import { deviceOf } from './device';

type Headers = { get(name: string): string | null };

/**
 * The address that a request came from, as the nearest proxy wrote it down; null without a proxy.
 * Whatever stands before it in the header, the client may have made up.
 */
export function addressOf(headers: Headers): string | null {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || null;
}

/** What of a request's origin may be kept: its address as a keyed hash, and the kind of device. */
export function clientOf(headers: Headers): Client {
  const address = addressOf(headers);
  const addressHash = address && hashOf(address);
  return { addressHash: addressHash || null, device: deviceOf(headers.get('user-agent')) };
}

/** 132 bits of HMAC-SHA256: the same address gives the same hash, and no hash gives the address. */
function hashOf(address: string): string {
  const hmac = createHmac('sha256', config().authSecret).update(`address ${address}`);
  return hmac.digest('base64url').slice(0, 22);
}
