'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ErrorCode } from '@/lib/errors';
import { useRouter } from '@/lib/i18n/navigation';
import { acceptInvitationAction } from '@/lib/staff/actions';
import type { InvitationLink } from '@/lib/staff/schema';

type Props = {
  link: InvitationLink;
  /** Over the reason, if it does not work out. */
  failed: string;
  children: ReactNode;
};

/** Joins the team, and goes to the house's own side. */
export function AcceptButton({ link, failed, children }: Props) {
  const errors = useTranslations('errors');
  const router = useRouter();
  const [pending, start] = useTransition();
  const [refusal, setRefusal] = useState<ErrorCode | 'unreachable' | null>(null);
  const accept = () => {
    if (pending) return;
    setRefusal(null);
    start(async () => {
      const answer = await acceptInvitationAction(link).catch(() => null);
      if (answer?.ok) start(() => router.replace(`/admin/${answer.data.tenant}`));
      else setRefusal(answer?.error.code ?? 'unreachable');
    });
  };
  return (
    <div className="grid gap-4">
      <div role="alert" className="empty:hidden">
        {refusal && (
          <Notice tone="danger" title={failed}>
            {errors(refusal)}
          </Notice>
        )}
      </div>
      <Button size="lg" pending={pending} onClick={accept}>
        {children}
      </Button>
    </div>
  );
}
