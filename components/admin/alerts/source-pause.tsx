'use client';

import { PauseCircle } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { AlertStanding, AlertView } from '@/lib/alerts/schema';
import { sourceWords } from '@/lib/alerts/words';
import { untilWhen } from '@/lib/i18n/until';
import { useLift } from './use-lift';

type Props = {
  alert: AlertView;
  pause: NonNullable<AlertStanding['pause']>;
  tenant: { slug: string; timeZone: string };
  /** The server's time, ISO. */
  now: string;
  mayLift: boolean;
  /** Takes the focus when the pause is lifted. */
  titleId: string;
};

/** Until when an alert's source may lock nothing, and the way to end that. */
export function SourcePause({ alert, pause, tenant, now, mayLift, titleId }: Props) {
  const t = useTranslations('admin.alerts.coolDowns');
  const words = useTranslations('admin.alerts');
  const locale = useLocale();
  const { slug, timeZone } = tenant;
  const { pending, lift } = useLift(slug, titleId);
  const { sourceKind, source } = alert;
  if (sourceKind === null) return null;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
      <p className="flex items-center gap-2 font-semibold">
        <PauseCircle aria-hidden className="size-4.5 shrink-0" />
        {t('until', untilWhen(pause.until, locale, timeZone, new Date(now)))}
      </p>
      {mayLift && (
        <Button
          variant="secondary"
          size="sm"
          pending={pending}
          aria-label={t('liftOf', { source: sourceWords(words, alert) ?? '' })}
          onClick={() => lift({ id: pause.id, sourceKind, source })}
        >
          {t('lift')}
        </Button>
      )}
    </div>
  );
}
