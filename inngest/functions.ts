import type { JobDeps } from '@/lib/jobs/handler';
import { cleanupExpiredLocksFunction } from './functions/cleanup-expired-locks';
import { countClosedHoursFunction } from './functions/count-closed-hours';
import { drainOutboxFunction } from './functions/drain-outbox';
import { forgetOldKeysFunction } from './functions/forget-old-keys';
import { fulfilOrderFunction } from './functions/fulfil-order';
import { inviteMemberFunction } from './functions/invite-member';
import { keepHistoryFunction } from './functions/keep-history';
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
    countClosedHoursFunction(deps),
    drainOutboxFunction(deps),
    forgetOldKeysFunction(deps),
    fulfilOrderFunction(deps),
    inviteMemberFunction(deps),
    keepHistoryFunction(deps),
    refundPaymentFunction(deps),
    tellAlertFunction(deps),
  ];
}
