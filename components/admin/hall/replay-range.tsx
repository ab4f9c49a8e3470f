'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import type { ReplayBody } from '@/lib/heat/schema';
import { shortDate } from '@/lib/i18n/dates';
import type { Replay } from './use-replay';

/** As `replayMinutes` of the wire; the schema's own library stays on the server. */
const lengths = [60, 180, 600, 1440] as const;
const starts = ['first', 'sale', 'last'] as const;

/** From when the replay runs and for how long. */
export function ReplayRange({
  replay,
  body,
  timeZone,
}: {
  replay: Replay;
  body: ReplayBody;
  timeZone: string;
}) {
  const t = useTranslations('admin.hall.replay');
  const locale = useLocale();
  const id = useId();
  const { range, setRange } = replay;
  const fromMs = Date.parse(body.from);
  const beside = (windows: number) => {
    const from = new Date(fromMs + windows * body.minutes * 60_000).toISOString();
    setRange({ from, minutes: body.minutes });
  };
  const hasBefore = body.first !== null && Date.parse(body.first) < fromMs;
  const hasAfter = body.last !== null && Date.parse(body.last) > fromMs + body.minutes * 60_000;
  const named = starts.find((start) => start === range.from);
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="grid gap-1 text-sm">
        <label htmlFor={`${id}from`}>{t('from')}</label>
        <Select
          id={`${id}from`}
          value={named ?? 'given'}
          onChange={(event) => setRange({ ...range, from: event.target.value })}
        >
          {starts.map((start) => (
            <option key={start} value={start}>
              {t(`starts.${start}`)}
            </option>
          ))}
          {!named && <option value="given">{shortDate(body.from, locale, timeZone)}</option>}
        </Select>
      </div>
      <div className="grid gap-1 text-sm">
        <label htmlFor={`${id}length`}>{t('length')}</label>
        <Select
          id={`${id}length`}
          value={body.minutes}
          onChange={(event) =>
            setRange({ from: named ?? body.from, minutes: Number(event.target.value) })
          }
        >
          {lengths.map((minutes) => (
            <option key={minutes} value={minutes}>
              {t('hours', { count: minutes / 60 })}
            </option>
          ))}
        </Select>
      </div>
      <div className="flex gap-1">
        <Button
          variant="secondary"
          size="icon"
          aria-label={t('before')}
          disabled={!hasBefore}
          onClick={() => beside(-1)}
        >
          <ChevronLeft aria-hidden />
        </Button>
        <Button
          variant="secondary"
          size="icon"
          aria-label={t('after')}
          disabled={!hasAfter}
          onClick={() => beside(1)}
        >
          <ChevronRight aria-hidden />
        </Button>
      </div>
    </div>
  );
}
