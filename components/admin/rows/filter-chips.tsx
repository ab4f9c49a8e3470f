import { X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useMinutesWords } from '@/components/admin/analytics/duration-words';
import { useKeyWords } from '@/components/admin/analytics/key-words';
import { type RowsQuery, rowsAddress } from '@/lib/analytics/address';
import { queryOf } from '@/lib/analytics/asked';
import type { Choices } from '@/lib/analytics/choices';
import { eventNames } from '@/lib/analytics/names';
import type { LockRecord, RowsFilter } from '@/lib/analytics/schema';
import { daySpan } from '@/lib/i18n/days';
import { Link } from '@/lib/i18n/navigation';
import type { Tenant } from '@/lib/tenants/queries';

type Props = {
  filter: RowsFilter;
  tenant: Tenant;
  choices: Choices;
  zones: ReadonlyMap<number, string>;
  /** A row of the seat that is asked for, where there is one. */
  seat: LockRecord | undefined;
};

const dimensions = ['stage', 'zone', 'price', 'hour', 'device', 'extensions'] as const;

/** The filters in force; each can be taken off by itself. */
export function FilterChips({ filter, tenant, choices, zones, seat }: Props) {
  const t = useTranslations('admin.locks');
  const keys = useTranslations('admin.analytics.keys');
  const time = useTranslations('admin.analytics.time');
  const minutes = useMinutesWords();
  const locale = useLocale();
  const words = useKeyWords({ zones, currency: tenant.currency });
  const query = queryOf(filter);
  const chips: { name: keyof RowsQuery; text: string }[] = [];
  const events = eventNames(choices.events, locale, tenant.timeZone);
  const event = events.find(({ id }) => id === filter.eventId);
  if (event) chips.push({ name: 'eventId', text: event.name });
  if (filter.cart) chips.push({ name: 'cart', text: keys(`cart.${filter.cart}`) });
  if (filter.within !== undefined) {
    const text = `${time('title')}: ${minutes(filter.within)}`;
    chips.push({ name: 'within', text });
  }
  if (filter.outcome) chips.push({ name: 'outcome', text: keys(`outcome.${filter.outcome}`) });
  for (const name of dimensions) {
    const value = query[name];
    if (value !== undefined)
      chips.push({ name, text: `${t(name)}: ${words(name, String(value))}` });
  }
  if (filter.seatId !== undefined) {
    const place = seat?.seat
      ? t('place', { row: seat.row ?? '', seat: seat.seat })
      : t('seatNumber', { seat: filter.seatId });
    chips.push({ name: 'seat', text: place });
  }
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2 text-sm">
      <span className="text-muted">{daySpan(filter, locale)}</span>
      {chips.length > 0 && (
        <ul aria-label={t('inForce')} className="flex flex-wrap gap-2">
          {chips.map(({ name, text }) => (
            <li key={name}>
              <Link
                href={rowsAddress(tenant.slug, { ...query, [name]: undefined })}
                prefetch={false}
                className="inline-flex min-h-8 items-center gap-1.5 rounded-full border border-control bg-raised pr-2 pl-3 no-underline hover:border-ink"
              >
                <span className="sr-only">{t('takeOff')} </span>
                {text}
                <X aria-hidden className="size-4 text-muted" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
