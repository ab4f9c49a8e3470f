'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Link } from '@/lib/i18n/navigation';
import { dayAndTime } from './day-and-time';
import type { SaleFacts } from './sale-notice';

/** Why nothing can be chosen, in words, and what to do then. */
export function SaleWords({ event, sale, supply, backInMinutes }: SaleFacts) {
  const t = useTranslations('event');
  const locale = useLocale();
  const programme = (
    <Button asChild variant="secondary" size="sm" className="min-h-11">
      <Link href={`/${event.tenant}`}>{t('seeProgramme')}</Link>
    </Button>
  );
  return (
    <>
      {sale === 'not_yet' && (
        <Notice title={t('notYet')} data-slot="sale-notice">
          {t('notYetLine', dayAndTime(event.saleStartsAt, locale, event.timeZone))}
        </Notice>
      )}
      {sale === 'over' && (
        <Notice title={t('over')} action={programme} data-slot="sale-notice">
          {t('overLine', dayAndTime(event.saleEndsAt, locale, event.timeZone))}
        </Notice>
      )}
      {sale === 'withdrawn' && (
        <Notice
          tone="warn"
          title={t('withdrawn')}
          action={programme}
          className="shadow-lift"
          data-slot="sale-notice"
        >
          {t('withdrawnLine')}
        </Notice>
      )}
      {sale === 'open' && supply === 'sold_out' && (
        <Notice title={t('soldOut')} action={programme} data-slot="sale-notice">
          {t('soldOutLine')}
        </Notice>
      )}
      {sale === 'open' && supply === 'all_held' && (
        <Notice tone="warn" title={t('allHeld')} data-slot="sale-notice">
          {t('allHeldLine')}
          {/* Its minutes go down in silence: it is not said aloud again each time. */}
          {backInMinutes && (
            <span aria-live="off"> {t('firstBack', { minutes: backInMinutes })}</span>
          )}
        </Notice>
      )}
    </>
  );
}
