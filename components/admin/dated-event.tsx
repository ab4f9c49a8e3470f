import { useLocale } from 'next-intl';
import { tickStamp } from '@/lib/i18n/stamps';

type Props = { name: string; startsAt: string; timeZone: string };

/** An event in a table: under its name when it is, since a show has many evenings. */
export function DatedEvent({ name, startsAt, timeZone }: Props) {
  const locale = useLocale();
  return (
    <>
      <span className="block truncate leading-tight">{name}</span>
      <time dateTime={startsAt} className="block whitespace-nowrap text-muted text-xs">
        {tickStamp(startsAt, locale, timeZone)}
      </time>
    </>
  );
}
