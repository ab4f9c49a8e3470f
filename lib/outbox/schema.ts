import { z } from 'zod';

/** An order's money has arrived and its tickets are written. */
export const orderPaidSchema = z.object({
  name: z.literal('order/paid'),
  data: z.object({ tenantId: z.int().min(1), orderId: z.uuid() }),
});

/** Money was captured for places that are gone: it goes back. */
export const refundRequestedSchema = z.object({
  name: z.literal('payment/refund.requested'),
  data: z.object({ tenantId: z.int().min(1), paymentId: z.uuid() }),
});

/** Somebody is asked to join an organizer's team, or asked once more. */
export const teamInvitedSchema = z.object({
  name: z.literal('team/invited'),
  data: z.object({ tenantId: z.int().min(1), invitationId: z.uuid() }),
});

/** An alert was raised: the team is told by mail, or of a test the one who asked for it. */
export const alertRaisedSchema = z.object({
  name: z.literal('alert/raised'),
  data: z.object({ tenantId: z.int().min(1), alertId: z.uuid(), userId: z.uuid().optional() }),
});

/** Everything that the product tells its own jobs. Ids only: what a job needs it reads itself. */
export const newEventSchema = z.discriminatedUnion('name', [
  orderPaidSchema,
  refundRequestedSchema,
  teamInvitedSchema,
  alertRaisedSchema,
]);
export type NewEvent = z.infer<typeof newEventSchema>;

/** An event on its way out. Its `id` is the same at every delivery, so that a second is recognized. */
export type OutboxEvent = {
  id: string;
  tenantId: number;
  name: string;
  data: Record<string, unknown>;
};

/**
 * Hands an event on. Resolves when it is safe with the receiver. A throw means "again later",
 * a `PermanentFailure` means never.
 */
export type Deliver = (event: OutboxEvent) => Promise<void>;

/** What no retry will mend: an event that makes no sense, or that concerns what is not there. */
export class PermanentFailure extends Error {
  override readonly name = 'PermanentFailure';

  /** Of whichever copy that the bundler made of this class: see `DomainError`. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'PermanentFailure';
  }
}
