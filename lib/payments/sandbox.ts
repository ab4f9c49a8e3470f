import { createHmac, timingSafeEqual } from 'node:crypto';
import { config } from '@/lib/config';
import { DomainError } from '@/lib/errors';
import { parseJson } from '@/lib/http/body';
import type { PaymentProvider } from './provider';
import { paymentEventSchema } from './schema';

export const signatureHeader = 'butaca-signature';

/** HMAC-SHA-256 of the raw body, hexadecimal, under a key of its own derived from the app's secret. */
export function signSandbox(rawBody: string, authSecret = config().authSecret): string {
  const key = createHmac('sha256', authSecret).update('sandbox payments').digest();
  return createHmac('sha256', key).update(rawBody).digest('hex');
}

/** Pretends to be a bank: the buyer chooses what it answers. No money moves. */
export const sandboxProvider: PaymentProvider = {
  name: 'sandbox',

  start: ({ id, key }) => ({
    provider: 'sandbox',
    url: `/sales/checkout/${id}/sandbox?key=${key}`,
  }),

  readWebhook(rawBody, headers) {
    const expected = Buffer.from(signSandbox(rawBody));
    const given = Buffer.from(headers.get(signatureHeader) ?? '');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw new DomainError('invalid_signature');
    }
    return parseJson(rawBody, paymentEventSchema);
  },

  async refund() {},
};
