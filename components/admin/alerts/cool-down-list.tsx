'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { CoolDownView } from '@/lib/alerts/schema';
import { sourceWords } from '@/lib/alerts/words';
import { TimeLeft } from './lasting';
import { useLift } from './use-lift';

const titleId = 'paused';

type Props = {
  coolDowns: CoolDownView[];
  tenant: string;
  /** The server's time, ISO. */
  now: string;
  mayLift: boolean;
};

/** Sources that may lock nothing for now, with how long still, and the way to end it. */
export function CoolDownList({ coolDowns, tenant, now, mayLift }: Props) {
  const t = useTranslations('admin.alerts');
  const { pending, lift } = useLift(tenant, titleId);
  return (
    <section aria-labelledby={titleId} className="mt-10">
      <h2 id={titleId} tabIndex={-1} className="font-display text-2xl outline-none">
        {t('coolDowns.title')}
      </h2>
      <p className="mt-1 text-muted">
        {t(coolDowns.length === 0 ? 'coolDowns.none' : 'coolDowns.line')}
      </p>
      {coolDowns.length > 0 && (
        <ul className="mt-3 grid gap-2">
          {coolDowns.map((coolDown) => (
            <li
              key={coolDown.id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-card border border-line bg-raised px-4 py-3"
            >
              <div className="min-w-0">
                <p className="font-semibold">
                  {sourceWords(t, coolDown)}
                  <span className="font-normal text-muted">
                    {' · '}
                    <TimeLeft until={coolDown.until} now={now} />
                  </span>
                </p>
                <p className="break-words text-muted text-sm">
                  {t('coolDowns.by', { by: coolDown.startedBy, reason: coolDown.reason })}
                </p>
              </div>
              {mayLift && (
                <Button
                  variant="secondary"
                  size="sm"
                  pending={pending}
                  aria-label={t('coolDowns.liftOf', { source: sourceWords(t, coolDown) ?? '' })}
                  onClick={() => lift(coolDown)}
                >
                  {t('coolDowns.lift')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
