'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { inPassing } from '@/components/ui/passing';
import { testAlertAction } from '@/lib/alerts/staff-actions';
import { useDeed } from './use-deed';

/** Raises a test, to see that alerts arrive. */
export function TestButton({ tenant }: { tenant: string }) {
  const t = useTranslations('admin.alerts');
  const { pending, run } = useDeed();
  const told = { kind: 'alert-deed', title: t('testSent'), line: t('testSentLine') };
  return (
    <Button
      variant="secondary"
      pending={pending}
      onClick={() =>
        run(
          () => testAlertAction(tenant),
          () => inPassing({ ...told, tone: 'success' }),
        )
      }
    >
      {t('test')}
    </Button>
  );
}
