import { Armchair, ChartNoAxesColumn, ExternalLink } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Pill } from '@/components/admin/pill';
import { Button } from '@/components/ui/button';
import type { HouseEvent } from '@/lib/events/house-list';
import { posterDate, shortDate } from '@/lib/i18n/dates';
import { formatMoney } from '@/lib/i18n/money';
import { Link } from '@/lib/i18n/navigation';
import type { HouseTenant, Reaches } from './events-list';
import { FillBar } from './fill-bar';

const tones = { draft: 'warn', soon: 'calm', open: 'good', ended: 'calm' } as const;

/** One evening: when and where, how its sale goes, and the ways on from here. */
export function EventRow({
  event,
  tenant,
  over,
  reaches,
}: {
  event: HouseEvent;
  tenant: HouseTenant;
  over: boolean;
  reaches: Reaches;
}) {
  const t = useTranslations('admin.events');
  const locale = useLocale();
  const format = useFormatter();
  const date = posterDate(event.startsAt, locale, tenant.timeZone);
  const state = over && event.sale !== 'draft' ? 'ended' : event.sale;
  const opens = shortDate(event.saleStartsAt, locale, tenant.timeZone);
  const figures = [
    ['capacity', format.number(event.capacity)],
    ['sold', format.number(event.sold)],
    ['held', format.number(event.held)],
    ['left', format.number(event.left)],
  ] as const;
  return (
    <li className="grid gap-x-6 gap-y-4 rounded-card border border-line bg-raised p-4 sm:p-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)_auto] xl:items-center">
      <div className="flex min-w-0 flex-wrap gap-x-4 gap-y-2">
        <time
          dateTime={event.startsAt}
          className="grid w-16 shrink-0 content-start justify-items-center border-line border-r pr-4 leading-none"
        >
          <span className="text-muted text-xs uppercase tracking-widest">{date.weekday}</span>
          <span className="py-1 font-display text-3xl tabular-nums">{date.day}</span>
          <span className="text-muted text-xs uppercase tracking-widest">{date.month}</span>
          <span className="pt-1 text-muted text-xs tabular-nums">{date.isoDay.slice(0, 4)}</span>
        </time>
        <div className="min-w-0 flex-1 basis-48">
          <h2 className="font-display text-xl leading-tight">{event.name}</h2>
          <p className="mt-1 text-muted text-sm">
            {t('timeAndPlace', { time: date.time, venue: event.venueName, city: event.venueCity })}
          </p>
          <p className="mt-2 flex flex-wrap items-center gap-2">
            <Pill tone={tones[state]}>{t(`state.${state}`)}</Pill>
            {state === 'soon' && (
              <span className="text-muted text-sm">{t('opens', { when: opens })}</span>
            )}
          </p>
        </div>
      </div>
      <div className="grid min-w-0 gap-2.5">
        <FillBar capacity={event.capacity} sold={event.sold} held={event.held} />
        <dl className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {figures.map(([key, value]) => (
            <div key={key} className="flex items-baseline gap-1.5">
              <dt className="text-muted">{t(key)}</dt>
              <dd className="font-semibold tabular-nums">{value}</dd>
            </div>
          ))}
          {event.takings !== null && (
            <div className="flex items-baseline gap-1.5">
              <dt className="text-muted">{t('takings')}</dt>
              <dd className="font-semibold tabular-nums">
                {formatMoney({ amount: event.takings, currency: tenant.currency }, locale)}
              </dd>
            </div>
          )}
        </dl>
      </div>
      <EventLinks event={event} tenant={tenant} reaches={reaches} />
    </li>
  );
}

function EventLinks({
  event,
  tenant,
  reaches,
}: {
  event: HouseEvent;
  tenant: HouseTenant;
  reaches: Reaches;
}) {
  const t = useTranslations('admin.events');
  const root = `/admin/${tenant.slug}`;
  const links = [
    { key: 'hall', href: `${root}/hall?event=${event.id}`, icon: Armchair },
    { key: 'analytics', href: `${root}/analytics?event=${event.id}`, icon: ChartNoAxesColumn },
    { key: 'page', href: `/${tenant.slug}/${event.slug}`, icon: ExternalLink },
  ] as const;
  const reached = links.filter(({ key }) =>
    key === 'page' ? event.sale !== 'draft' : reaches[key],
  );
  return (
    <ul className="-ml-3 flex flex-wrap xl:ml-0 xl:flex-col">
      {reached.map(({ key, href, icon: Icon }) => (
        <li key={key}>
          <Button asChild variant="quiet" size="sm">
            <Link
              href={href}
              prefetch={false}
              aria-label={t('linkOf', { what: t(`links.${key}`), name: event.name })}
            >
              <Icon aria-hidden />
              {t(`links.${key}`)}
            </Link>
          </Button>
        </li>
      ))}
    </ul>
  );
}
