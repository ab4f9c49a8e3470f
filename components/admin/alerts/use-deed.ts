'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { useStaffErrors } from '@/components/admin/use-staff-errors';
import { inPassing } from '@/components/ui/passing';
import type { ActionResult } from '@/lib/http/problem';

/**
 * Does something on the server and shows the page as it is then; what went wrong is told.
 * @returns whether something is under way, and how to begin
 */
export function useDeed() {
  const t = useTranslations('admin.alerts');
  const errors = useStaffErrors();
  const router = useRouter();
  const [pending, start] = useTransition();
  const run = <T>(deed: () => Promise<ActionResult<T>>, after: (data: T) => void) =>
    start(async () => {
      const answer = await deed().catch(() => null);
      if (answer?.ok) {
        after(answer.data);
        router.refresh();
        return;
      }
      const line = errors(answer?.error.code ?? 'unreachable');
      inPassing({ kind: 'alert-deed', tone: 'error', title: t('failed'), line });
    });
  return { pending, run };
}
