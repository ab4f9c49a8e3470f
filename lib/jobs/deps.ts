import { countClosedHours, forgetViewers, moveOldLocks } from '@/lib/analytics/service';
import { config } from '@/lib/config';
import { database } from '@/lib/database';
import { forgetOldKeys } from '@/lib/idempotency/service';
import { cleanupExpiredLocks } from '@/lib/locks/service';
import { sendMail } from '@/lib/mail/service';
import { refundPayment } from '@/lib/payments/service';
import { forgetSignIns } from '@/lib/users/service';
import type { JobDeps } from './handler';

/** What jobs reach the world through in this process. */
export function jobDeps(): JobDeps {
  return {
    db: database(),
    sendMail,
    refundPayment,
    cleanupExpiredLocks,
    forgetOldKeys: async (db) => (await forgetOldKeys(db)) + (await forgetSignIns(db)),
    countClosedHours,
    moveOldLocks,
    forgetViewers,
    publicUrl: config().publicUrl,
  };
}
