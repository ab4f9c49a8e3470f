import { Inngest } from 'inngest';
import type { Deliver } from '@/lib/outbox/schema';
import { inngestLogger } from './logger';

/** Shorter, over all of the client's own retries, than the outbox waits for a delivery. */
const answerMsMax = 8_000;

/** Reads Inngest's own variables: `INNGEST_BASE_URL`, `…_EVENT_KEY`, `…_SIGNING_KEY`, `…_DEV`. */
export const inngest = new Inngest({
  id: 'butaca',
  // Each step is a request of its own and is stored by Inngest before the next one starts, so that
  // a process that dies takes nothing finished with it.
  checkpointing: false,
  aiMetadata: false,
  internalLogger: inngestLogger,
  fetch: (input, init) =>
    fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(answerMsMax) }),
});

/** Sends an event of the outbox to Inngest, which knows a second delivery by its id. */
export const deliverToInngest: Deliver = async ({ id, name, data }) => {
  await inngest.send({ id, name, data });
};
