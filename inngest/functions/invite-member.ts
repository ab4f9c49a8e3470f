import type { JobDeps } from '@/lib/jobs/handler';
import { inviteMember } from '@/lib/jobs/handlers/invite-member';
import { inngest } from '../client';
import { asInngest } from '../job';

/** Sends an invitation's mail. Told apart by the event's id: the same invitation may be sent anew. */
export const inviteMemberFunction = (deps: () => JobDeps) =>
  inngest.createFunction(
    {
      id: 'invite-member',
      triggers: [{ event: 'team/invited' }],
      concurrency: [{ limit: 4 }, { limit: 1, key: 'event.data.tenantId' }],
      retries: 20,
    },
    asInngest(inviteMember, deps),
  );
