'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { inPassing } from '@/components/ui/passing';
import type { AlertNews } from '@/lib/alerts/schema';
import { Link } from '@/lib/i18n/navigation';
import { isNewer } from './newness';
import { onNews, openNews } from './news';

/** How many alerts are open, wherever on the house's own side; a new one is told, once and politely. */
export function AlertBadge({ tenant, initial }: { tenant: string; initial: AlertNews }) {
  const t = useTranslations('admin.alerts');
  const [open, setOpen] = useState(initial.open);
  /** The newest that was ever known: dealing with it makes no older one new. */
  const known = useRef(initial);

  useEffect(() => openNews(tenant), [tenant]);
  useEffect(
    () =>
      onNews((news) => {
        setOpen(news.open);
        if (!isNewer(known.current, news) || !news.newest) return;
        known.current = news;
        const { id, kind } = news.newest;
        const title = t('newAlert', { kind: t(`kinds.${kind}`) });
        const action = (
          <Link
            href={`/admin/${tenant}/alerts/${id}`}
            className="ml-auto shrink-0 py-1 font-semibold"
          >
            {t('see')}
          </Link>
        );
        inPassing({ kind: `alert-${id}`, tone: 'warning', title, action });
      }),
    [tenant, t],
  );

  if (open === 0) return null;
  return (
    <span
      data-slot="alert-badge"
      className="grid min-w-5 place-items-center rounded-full bg-danger px-1.5 font-semibold text-paper text-xs tabular-nums leading-5"
    >
      <span aria-hidden>{open}</span>
      <span className="sr-only">, {t('open', { count: open })}</span>
    </span>
  );
}
