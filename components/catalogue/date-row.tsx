import { useLocale, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import type { EventCard } from '@/lib/events/queries';
import { longDate, posterDate, shortDate } from '@/lib/i18n/dates';
import { formatMoney } from '@/lib/i18n/money';
import { Link } from '@/lib/i18n/navigation';
import { showingOf } from './productions';
import { ShowingBadge } from './showing-badge';
import { WayIn } from './way-in';

/** One date of a production: when, what it costs, whether there is a place; the whole row leads in. */
export function DateRow({ event }: { event: EventCard }) {
  const t = useTranslations('catalogue');
  const locale = useLocale();
  const showing = showingOf(event);
  const date = posterDate(event.startsAt, locale, event.timeZone);
  const label = { name: event.name, date: longDate(event.startsAt, locale, event.timeZone) };
  return (
    <li className="group relative flex items-center gap-4 py-3.5">
      <time
        dateTime={event.startsAt}
        className="grid w-14 shrink-0 justify-items-center border-line border-r pr-4 leading-none"
      >
        <span className="text-muted text-xs uppercase tracking-widest">{date.weekday}</span>
        <span className="py-1 font-display text-3xl tabular-nums">{date.day}</span>
        <span className="text-muted text-xs uppercase tracking-widest">{date.month}</span>
      </time>
      <div className="grid min-w-0 flex-1 gap-1">
        <p className="flex flex-wrap items-baseline gap-x-2.5">
          <span className="font-display text-xl tabular-nums">{date.time}</span>
          {event.fromPrice && showing !== 'soldOut' && showing !== 'ended' && (
            <span className="text-muted text-sm tabular-nums">
              {t('from', { price: formatMoney(event.fromPrice, locale) })}
            </span>
          )}
        </p>
        <ShowingBadge
          showing={showing}
          soonDate={shortDate(event.saleStartsAt, locale, event.timeZone)}
        />
      </div>
      <Link
        href={`/${event.tenant}/${event.slug}`}
        prefetch={false}
        aria-label={t(showing === 'onSale' ? 'chooseFor' : 'seeFor', label)}
        className={cn(
          'inline-flex min-h-11 items-center gap-1 rounded-control px-3 font-semibold text-sm transition-colors after:absolute after:inset-0 after:rounded-control',
          showing === 'onSale'
            ? 'bg-accent text-accent-ink group-hover:bg-accent-deep'
            : 'text-ink group-hover:bg-sunken',
        )}
      >
        <span className="max-[23rem]:sr-only">{t(showing === 'onSale' ? 'choose' : 'see')}</span>
        <WayIn />
      </Link>
    </li>
  );
}
