'use client';

import { useTranslations } from 'next-intl';
import { grounds, houseAccent, velvet } from '@/components/shell/accent';
import { Arches } from '@/components/ui/arches';

/** A colour, or null for the product's own, as the house will show it, by day and by night, and what was corrected to be read. */
export function AccentPreview({ colour, name }: { colour: string | null; name: string }) {
  const t = useTranslations('admin.settings.look');
  const corrected = colour === null ? velvet : houseAccent(colour);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {(['light', 'dark'] as const).map((by) => {
        const { accent, ink } = corrected[by];
        const ground = grounds[by];
        return (
          <figure key={by} className="grid min-w-0 gap-2">
            <div
              data-slot="accent-preview"
              className="overflow-hidden rounded-card border border-line"
              style={{ background: ground.paper, color: ground.ink }}
            >
              <p
                className="flex items-center gap-2.5 border-b px-4 py-3 font-display text-xl"
                style={{ background: ground.raised, borderColor: ground.line }}
              >
                <span style={{ color: accent }}>
                  <Arches className="h-6 w-auto" />
                </span>
                <span className="min-w-0 truncate">{name}</span>
              </p>
              <p className="flex flex-wrap items-center gap-4 p-4">
                <span
                  className="rounded-control px-5 py-2.5 font-semibold"
                  style={{ background: accent, color: ink }}
                >
                  {t('sampleButton')}
                </span>
                <span className="font-semibold underline" style={{ color: accent }}>
                  {t('sampleLink')}
                </span>
              </p>
            </div>
            <figcaption className="text-muted text-sm">
              {colour === null || accent === colour
                ? t(`${by}AsIs`, { colour: accent })
                : t(`${by}Corrected`, { colour, accent })}
            </figcaption>
          </figure>
        );
      })}
    </div>
  );
}
