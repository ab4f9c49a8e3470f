'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { useStaffErrors } from '@/components/admin/use-staff-errors';
import type { ActionResult, Problem } from '@/lib/http/problem';
import { useRouter } from '@/lib/i18n/navigation';
import { invitationMailsPerHour, openInvitationsMax } from '@/lib/staff/schema';

/** Why the team is as it was: `field` where it is about the address that was written. */
export type Refusal = { words: string; field: boolean };

/**
 * Sends a change of the team to the server.
 * @param after instead of showing the page anew once it is made
 */
export function useTeamAction<T>(after?: () => void) {
  const router = useRouter();
  const wordsOf = useRefusalWords();
  const [pending, start] = useTransition();
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const run = (call: () => Promise<ActionResult<T>>, done: (data: T) => void) => {
    if (pending) return;
    setRefusal(null);
    start(async () => {
      const answer = await call().catch(() => null);
      if (!answer?.ok) {
        setRefusal(wordsOf(answer?.error ?? null));
        return;
      }
      done(answer.data);
      start(() => (after ? after() : router.refresh()));
    });
  };

  /** Forgets the refusal; what it told of may have changed the page. */
  const dismiss = () => {
    if (refusal) router.refresh();
    setRefusal(null);
  };

  return { run, pending, refusal, dismiss };
}

function useRefusalWords() {
  const t = useTranslations('admin.team.refused');
  const errors = useStaffErrors();
  return (problem: Problem | null): Refusal => {
    if (!problem) return { words: errors('unreachable'), field: false };
    const { code, reason, retryAfterSeconds } = problem;
    if (reason === 'already_invited') return { words: t(reason), field: true };
    if (code === 'already_member') return { words: t(code), field: true };
    if (reason === 'open_invitations') {
      return { words: t(reason, { max: openInvitationsMax }), field: false };
    }
    if (reason === 'mails_per_hour') {
      const minutes = Math.ceil(Number(retryAfterSeconds) / 60);
      return { words: t(reason, { max: invitationMailsPerHour, minutes }), field: false };
    }
    if (code === 'not_found' || code === 'invitation_over')
      return { words: t('gone'), field: false };
    return { words: errors(code), field: false };
  };
}
