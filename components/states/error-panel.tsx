'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { StatePanel } from '@/components/ui/state';
import { Link } from '@/lib/i18n/navigation';
import { useOnline } from './use-online';

/**
 * A page that could not be shown: what happened, that the cart is safe, and one way on.
 * @param digest names the failure in the server's log.
 */
export function ErrorPanel({ digest, retry }: { digest: string | undefined; retry: () => void }) {
  const t = useTranslations('states');
  const online = useOnline();
  const [pending, startRetry] = useTransition();
  return (
    <StatePanel
      role="alert"
      heading="h1"
      tone="danger"
      className="my-auto"
      title={t(online ? 'errorTitle' : 'offlineTitle')}
      line={t(online ? 'errorLine' : 'offlineLine')}
      action={
        <>
          <Button pending={pending} onClick={() => startRetry(retry)}>
            {t('errorAction')}
          </Button>
          <Button asChild variant="quiet">
            <Link href="/">{t('home')}</Link>
          </Button>
        </>
      }
    >
      {digest && <p className="text-muted text-sm">{t('reference', { digest })}</p>}
    </StatePanel>
  );
}
