import { useLocale, useTranslations } from 'next-intl';
import { Poster } from '@/components/catalogue/poster';
import { TenantLogo } from '@/components/shell/tenant-logo';
import { longDate } from '@/lib/i18n/dates';
import { Link } from '@/lib/i18n/navigation';
import type { Tenant } from '@/lib/tenants/queries';

export type EventHeroProps = {
  tenant: Pick<Tenant, 'slug' | 'name' | 'logoHash'>;
  name: string;
  startsAt: string;
  timeZone: string;
  venueName: string;
  venueCity: string;
  accent: string | null;
};

/** What is on, when and where, in one look. */
export function EventHero(event: EventHeroProps) {
  const locale = useLocale();
  const t = useTranslations('event');
  const { tenant, name, startsAt, timeZone, venueName, venueCity } = event;
  return (
    <div className="mx-auto w-full max-w-6xl px-5 pt-5 pb-5 sm:flex sm:flex-row-reverse sm:items-start sm:gap-8 sm:px-8 sm:pt-8 sm:pb-6">
      {/* On a phone the words flow around it, so that the date has the whole width. */}
      <div className="float-right mt-2 ml-4 aspect-3/4 w-20 shrink-0 overflow-hidden rounded-card shadow-lift sm:float-none sm:m-0 sm:aspect-4/3 sm:w-48">
        <Poster seed={`${tenant.slug}/${name}`} colour={event.accent} />
      </div>
      <div className="min-w-0 sm:flex-1">
        <Link
          href={`/${tenant.slug}`}
          aria-label={t('programme', { tenant: tenant.name })}
          className="inline-flex min-h-8 items-center gap-2.5 font-semibold text-accent text-sm underline-offset-4 hover:underline"
        >
          <TenantLogo tenant={tenant} size="small" />
          {tenant.name}
        </Link>
        <h1 className="mt-1 text-balance font-display text-[clamp(1.5rem,8.8vw,2.25rem)] leading-[1.05] sm:text-6xl">
          {name}
        </h1>
        <p className="mt-3 text-pretty text-base leading-snug first-letter:uppercase sm:mt-4 sm:text-lg">
          <time dateTime={startsAt}>{longDate(startsAt, locale, timeZone)}</time>
        </p>
        <p className="text-base text-muted sm:text-lg">
          {venueName}, {venueCity}
        </p>
      </div>
    </div>
  );
}
