import { useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { DateRow } from './date-row';
import { Poster } from './poster';
import type { Production } from './productions';

/** Dates shown before the rest is left to the organizer's own page. */
const datesShown = 4;

/**
 * A production as its poster hangs in the foyer, its dates beneath.
 * @param all every date, as on the organizer's own page, where the organizer is not named again.
 */
export function ProductionCard({
  production,
  colour,
  all = false,
}: {
  production: Production;
  colour: string | null;
  all?: boolean;
}) {
  const t = useTranslations('catalogue');
  const shown = all ? production.dates : production.dates.slice(0, datesShown);
  const more = production.dates.length - shown.length;
  return (
    <article
      data-slot="production"
      className="flex flex-col overflow-hidden rounded-card border border-line bg-raised shadow-lift"
    >
      <div className="aspect-[16/9] overflow-hidden border-line border-b sm:aspect-[2/1]">
        <Poster seed={`${production.tenant}/${production.name}`} colour={colour} />
      </div>
      <div className="flex flex-1 flex-col px-5 pt-5 pb-3 sm:px-7 sm:pt-6">
        {!all && (
          <p className="text-brass-text text-sm">
            <Link
              href={`/${production.tenant}`}
              className="inline-flex min-h-8 items-center underline decoration-transparent underline-offset-4 hover:decoration-current"
            >
              {production.tenantName}
            </Link>
          </p>
        )}
        <h3 className="text-balance font-display text-3xl leading-[1.08] sm:text-4xl">
          {production.name}
        </h3>
        <p className="mt-2 text-muted">
          {production.venueName} · {production.venueCity}
        </p>
        <ul className="mt-4 divide-y divide-line border-line border-t">
          {shown.map((event) => (
            <DateRow key={event.id} event={event} />
          ))}
        </ul>
        {more > 0 && (
          <Link
            href={`/${production.tenant}`}
            className="my-2 inline-flex min-h-11 items-center font-semibold text-accent text-sm underline underline-offset-4"
          >
            {t('moreDates', { count: more })}
          </Link>
        )}
      </div>
    </article>
  );
}
