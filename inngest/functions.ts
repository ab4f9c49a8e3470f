import type { JobDeps } from '@/lib/jobs/handler';
import { cleanupExpiredLocksFunction } from './functions/cleanup-expired-locks';
import { drainOutboxFunction } from './functions/drain-outbox';
import { forgetOldKeysFunction } from './functions/forget-old-keys';
import { fulfilOrderFunction } from './functions/fulfil-order';
import { inviteMemberFunction } from './functions/invite-member';
import { refundPaymentFunction } from './functions/refund-payment';
import { tellAlertFunction } from './functions/tell-alert';

/**
 * Every function of the app that Inngest runs.
 * @param deps asked for at each run, never while functions are only listed
 */
export function inngestFunctions(
  deps: () => JobDeps,
  { cleanupMinutes }: { cleanupMinutes: number },
) {
  return [
    cleanupExpiredLocksFunction(deps, cleanupMinutes),
    drainOutboxFunction(deps),
    forgetOldKeysFunction(deps),
    fulfilOrderFunction(deps),
    inviteMemberFunction(deps),
    refundPaymentFunction(deps),
    tellAlertFunction(deps),
  ];
}
