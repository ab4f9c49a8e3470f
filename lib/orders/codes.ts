import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U to be mistaken or to spell with. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function randomCode(length: number): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte & 31]).join('');
}

/** What people read aloud; 40 random bits. */
export const newOrderNumber = () => `B-${randomCode(8)}`;
/** What a ticket's QR code says; 130 random bits. */
export const newTicketCode = () => randomCode(26);
/** What opens an order without an account; 256 random bits. */
export const newAccessKey = () => randomBytes(32).toString('base64url');
