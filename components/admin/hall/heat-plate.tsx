'use client';

import { useTranslations } from 'next-intl';
import type { ZoneWords } from '@/components/seat-map/zone-text';
import { Skeleton } from '@/components/ui/skeleton';

const plate =
  'absolute bottom-(--gap) left-(--shift) w-60 rounded-card border border-line bg-raised p-3.5 text-left text-sm text-ink shadow-lift group-data-below:top-(--gap) group-data-below:bottom-auto';

/** The ring about a seat, and its story. @param lines null while it is on its way */
export function HeatPlate({
  zone,
  place,
  lines,
}: {
  zone: string;
  place: string;
  lines: readonly string[] | null;
}) {
  return (
    <>
      <span
        aria-hidden
        className="absolute size-(--ring) -translate-1/2 rounded-full border-2 border-ink outline-2 outline-paper"
      />
      <div data-slot="seat-story" className={plate}>
        <p className="text-muted">{zone}</p>
        <p className="mt-0.5 font-display text-lg leading-snug first-letter:uppercase">{place}</p>
        {lines ? (
          lines.map((line) => (
            <p key={line} className="mt-1.5 leading-snug">
              {line}
            </p>
          ))
        ) : (
          <Skeleton className="mt-2 h-9" />
        )}
      </div>
    </>
  );
}

/** A zone's figures, where its seats are too small to be told apart. */
export function ZoneFigurePlate({ title, texts }: { title: string; texts: ZoneWords | undefined }) {
  const t = useTranslations('admin.hall');
  if (!texts) return null;
  return (
    <div data-slot="zone-story" className={plate}>
      <p className="font-display text-lg leading-snug">{title}</p>
      <p className="mt-0.5">{texts.price}</p>
      <p className="text-muted">{texts.left}</p>
      <p className="mt-1.5 text-muted">{t('zoneHint')}</p>
    </div>
  );
}
