'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { AlertStanding, AlertView } from '@/lib/alerts/schema';
import { acknowledgeAlertAction, resolveAlertAction } from '@/lib/alerts/staff-actions';
import { Link } from '@/lib/i18n/navigation';
import { possibleDeeds } from './deeds';
import type { Reach } from './reach';
import { SourceDialog } from './source-dialog';
import { useDeed } from './use-deed';

type Props = {
  alert: AlertView;
  tenant: string;
  reach: Reach;
  /** Takes the focus when the button that had it goes. */
  titleId: string;
  /** Where it is known what the source holds, and whether it is paused. */
  standing?: AlertStanding | null;
  /** Where the locks are beside it already. */
  withLink?: boolean;
};

/** What can be done about an alert. */
export function AlertActions(props: Props) {
  const { alert, tenant, reach, titleId, standing = null, withLink = true } = props;
  const t = useTranslations('admin.alerts');
  const { pending, run } = useDeed();
  const [asking, setAsking] = useState(false);
  const asker = useRef<HTMLButtonElement>(null);
  const input = { alertId: alert.id };
  const toTitle = () => document.getElementById(titleId)?.focus();
  const deeds = alert.sourceKind === null ? [] : possibleDeeds(reach, standing);
  const [only, another] = deeds;
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
      {only && (
        <>
          <Button ref={asker} variant="danger" size="sm" onClick={() => setAsking(true)}>
            {another ? t('act') : t(`dialog.confirm.${only}`)}
          </Button>
          <SourceDialog
            alert={alert}
            tenant={tenant}
            deeds={deeds}
            open={asking}
            onOpenChange={setAsking}
            // Once it is done the button may go.
            onClosed={(done) => (done ? toTitle() : asker.current?.focus())}
          />
        </>
      )}
    </div>
  );
}
