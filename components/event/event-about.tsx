import { useTranslations } from 'next-intl';

/** What it is about, and where the house is. */
export function EventAbout({
  text,
  venue,
}: {
  text: string;
  venue: { name: string; address: string; city: string };
}) {
  const t = useTranslations('event');
  return (
    <div className="mx-auto grid w-full max-w-6xl gap-8 px-5 pb-16 sm:grid-cols-[2fr_1fr] sm:px-8">
      {text && (
        <section aria-labelledby="about-title">
          <h2 id="about-title" className="font-display text-2xl">
            {t('about')}
          </h2>
          <p className="mt-2 max-w-prose whitespace-pre-line text-pretty leading-relaxed">{text}</p>
        </section>
      )}
      <section aria-labelledby="venue-title">
        <h2 id="venue-title" className="font-display text-2xl">
          {t('venue')}
        </h2>
        <address className="mt-2 not-italic leading-relaxed">
          {venue.name}
          <br />
          {venue.address}
          <br />
          {venue.city}
        </address>
      </section>
    </div>
  );
}
