import type { PaymentEvent } from './schema';

/** What the product needs of a payment service. */
export type PaymentProvider = {
  name: string;
  /** Where and how the buyer pays an order. */
  start(order: { id: string; key: string }): { provider: string; url?: string };
  /**
   * Checks the signature over the raw body before anything else.
   * @returns null for what is well signed but no concern of ours.
   * @throws DomainError `invalid_signature`, `invalid_request`.
   */
  readWebhook(rawBody: string, headers: Headers): PaymentEvent | null;
  /** Gives the money back. Safe to repeat: `paymentId` names the refund. */
  refund(payment: { paymentId: string; reference: string; amountMinor: number }): Promise<void>;
};
