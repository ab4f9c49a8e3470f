'use client';

import { useTranslations } from 'next-intl';
import { inPassing } from '@/components/ui/passing';
import type { CoolDownView } from '@/lib/alerts/schema';
import { liftCoolDownAction } from '@/lib/alerts/staff-actions';
import { sourceWords } from '@/lib/alerts/words';
import { useDeed } from './use-deed';

/** Ends a pause. @param titleId takes the focus: the button that had it goes. */
export function useLift(tenant: string, titleId: string) {
  const t = useTranslations('admin.alerts');
  const { pending, run } = useDeed();
  const lift = (coolDown: Pick<CoolDownView, 'id' | 'sourceKind' | 'source'>) =>
    run(
      () => liftCoolDownAction(tenant, { coolDownId: coolDown.id }),
      () => {
        document.getElementById(titleId)?.focus();
        const line = t('coolDowns.liftedLine', { source: sourceWords(t, coolDown) ?? '' });
        inPassing({ kind: 'alert-deed', tone: 'success', title: t('coolDowns.lifted'), line });
      },
    );
  return { pending, lift };
}
