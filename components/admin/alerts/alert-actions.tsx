'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { AlertView } from '@/lib/alerts/schema';
import { acknowledgeAlertAction, resolveAlertAction } from '@/lib/alerts/staff-actions';
import { Link } from '@/lib/i18n/navigation';
import { SourceDialog } from './source-dialog';
import { useDeed } from './use-deed';

/** What the reader's role may do. */
export type Reach = { handle: boolean; release: boolean; cool: boolean };

type Props = {
  alert: AlertView;
  tenant: string;
  reach: Reach;
  /** Takes the focus when the button that had it goes. */
  titleId: string;
  /** Where the locks are beside it already. */
  withLink?: boolean;
};

/** What can be done about an alert. */
export function AlertActions({ alert, tenant, reach, titleId, withLink = true }: Props) {
  const t = useTranslations('admin.alerts');
  const { pending, run } = useDeed();
  const [asking, setAsking] = useState(false);
  const asker = useRef<HTMLButtonElement>(null);
  const input = { alertId: alert.id };
  const toTitle = () => document.getElementById(titleId)?.focus();
  const mayAct = alert.sourceKind !== null && (reach.release || reach.cool);
  return (
    <div className="flex flex-wrap gap-2">
      {withLink && alert.kind !== 'test' && (
        <Button asChild variant="quiet" size="sm">
          <Link href={`/admin/${tenant}/alerts/${alert.id}`} prefetch={false}>
            {t('behind')}
          </Link>
        </Button>
      )}
      {reach.handle && alert.status === 'open' && (
        <Button
          variant="secondary"
          size="sm"
          pending={pending}
          onClick={() => run(() => acknowledgeAlertAction(tenant, input), toTitle)}
        >
          {t('acknowledge')}
        </Button>
      )}
      {reach.handle && alert.status !== 'resolved' && (
        <Button
          variant="secondary"
          size="sm"
          pending={pending}
          onClick={() => run(() => resolveAlertAction(tenant, input), toTitle)}
        >
          {t('resolve')}
        </Button>
      )}
      {mayAct && (
        <>
          <Button ref={asker} variant="danger" size="sm" onClick={() => setAsking(true)}>
            {t('act')}
          </Button>
          <SourceDialog
            alert={alert}
            tenant={tenant}
            reach={reach}
            open={asking}
            onOpenChange={setAsking}
            onClosed={() => asker.current?.focus()}
          />
        </>
      )}
    </div>
  );
}
