'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { calmRefresh } from '@/components/shell/calm-refresh';
import { useRouter } from '@/lib/i18n/navigation';

const lookEveryMs = 5_000;
/** After ten minutes the payment window is over: a reload by hand is enough then. */
const looksMax = 120;

/**
 * Shows the order again while its payment may be on the way, and only while someone looks.
 * @param orderUrl of the API
 */
export function AwaitPayment({ orderUrl }: { orderUrl: string }) {
  const t = useTranslations('orders.pending');
  const router = useRouter();
  const [looks, setLooks] = useState(0);
  const looking = looks < looksMax;
  useEffect(() => {
    if (!looking) return;
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible') return;
      setLooks((count) => count + 1);
      void calmRefresh(router, orderUrl);
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [looking, router, orderUrl]);
  return looking ? <p className="text-muted text-sm">{t('waiting')}</p> : null;
}
