'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { Notice } from '@/components/ui/notice';
import { Link } from '@/lib/i18n/navigation';
import { dayAndTime } from './day-and-time';
import type { EventView } from './event-view';
import type { Supply } from './figures';
import type { Sale } from './sale';

/** Why nothing can be chosen, where that is so, and what to do then. */
export function SaleNotice({
  event,
  sale,
  supply,
  backInMinutes,
  className,
}: {
  event: EventView;
  sale: Sale;
  supply: Supply;
  /** Where all is held: in how many minutes the first place could come back. */
  backInMinutes: number | undefined;
  className?: string;
}) {
  const t = useTranslations('event');
  const locale = useLocale();
  const programme = (
    <Button asChild variant="secondary" size="sm" className="min-h-11">
      <Link href={`/${event.tenant}`}>{t('seeProgramme')}</Link>
    </Button>
  );
  return (
    <div
      role="status"
      // It comes while the buyer may be deep in the hall.
      className={cn(className, sale === 'withdrawn' && 'sticky top-3 z-30')}
    >
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
    </div>
  );
}
