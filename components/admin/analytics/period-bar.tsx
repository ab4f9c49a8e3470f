import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { filterQuery } from '@/lib/analytics/address';
import { presetOf, presetPeriod, presets } from '@/lib/analytics/periods';
import type { Filter } from '@/lib/analytics/schema';
import { Link } from '@/lib/i18n/navigation';

type Props = {
  /** The page's own address, without language and question. */
  path: string;
  filter: Filter;
  today: string;
  events: { id: string; name: string }[];
};

/** Which days and which event: links for the usual ones, and a form that works without script. */
export function PeriodBar({ path, filter, today, events }: Props) {
  const t = useTranslations('admin.analytics.period');
  const here = presetOf(filter, today);
  return (
    <div className="mb-4 grid gap-3 rounded-card border border-line bg-raised p-3 sm:p-4">
      <nav aria-label={t('presets')}>
        <ul className="flex flex-wrap gap-1">
          {presets.map((preset) => (
            <li key={preset}>
              <Link
                href={`${path}?${filterQuery({ ...filter, ...presetPeriod(preset, today) })}`}
                prefetch={false}
                aria-current={preset === here ? 'true' : undefined}
                className={cn(
                  'inline-flex min-h-9 items-center rounded-control px-3 font-medium text-muted text-sm no-underline hover:bg-sunken hover:text-ink',
                  preset === here &&
                    'bg-accent text-accent-ink hover:bg-accent-deep hover:text-accent-ink forced-colors:border',
                )}
              >
                {t(preset)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <form
        method="get"
        className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,8.5rem),1fr))] items-end gap-3 sm:grid-cols-2 lg:grid-cols-[10rem_10rem_minmax(0,1fr)_auto]"
      >
        <Field
          label={t('from')}
          type="date"
          name="from"
          defaultValue={filter.from}
          max={today}
          required
        />
        <Field
          label={t('to')}
          type="date"
          name="to"
          defaultValue={filter.to}
          max={today}
          required
        />
        <div className="col-span-full lg:col-span-1">
          <Field label={t('event')}>
            <Select name="event" defaultValue={filter.eventId ?? ''}>
              <option value="">{t('everyEvent')}</option>
              {events.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <Button type="submit" className="col-span-full lg:col-span-1">
          {t('show')}
        </Button>
      </form>
    </div>
  );
}
