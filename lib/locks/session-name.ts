import { createHmac } from 'node:crypto';
import { config } from '@/lib/config';

/** Crockford's base 32: no I, L, O or U, so that a name can be read out over the telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const lengthMax = 6;

/** The staff's name for a session. Its key is the buyer's cookie, and stays in the database. */
export function sessionName(sessionKey: string): string {
  return shortName('session-name', sessionKey);
}

/** The staff's name for a network address, by its keyed hash; null where it is not known. */
export function addressName(addressHash: string | null): string | null {
  return addressHash === null ? null : shortName('address-name', addressHash);
}

function shortName(purpose: string, secret: string): string {
  const digest = createHmac('sha256', config().authSecret)
    .update(purpose + secret)
    .digest();
  let name = '';
  for (let n = 0; n < lengthMax; n++) {
    const bit = n * 5;
    const pair = ((digest[bit >> 3] as number) << 8) | (digest[(bit >> 3) + 1] as number);
    name += alphabet[(pair >> (11 - (bit & 7))) & 31];
  }
  return name;
}
