'use client';

import { Pause, Play } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { shortDate } from '@/lib/i18n/dates';
import type { PlaceFigures } from './place-figures';
import { ReplayChart } from './replay-chart';
import { ReplayFigures } from './replay-figures';
import { ReplayRange } from './replay-range';
import { type Replay, type Speed, speeds } from './use-replay';

/** What moves the replay: from when, on and on, by hand; and what it tells of the minute. */
export function ReplayPanel({
  replay,
  total,
  timeZone,
}: {
  replay: Replay;
  total: PlaceFigures;
  timeZone: string;
}) {
  const t = useTranslations('admin.hall.replay');
  const { asked, reel } = replay;
  if (asked.failed) {
    return (
      <Notice
        role="alert"
        tone="warn"
        title={t('failed')}
        action={
          <Button size="sm" variant="secondary" onClick={asked.again}>
            {t('again')}
          </Button>
        }
      />
    );
  }
  if (!asked.data || !reel) return <Skeleton className="h-44 rounded-card" />;
  return (
    <section
      aria-label={t('title')}
      aria-busy={asked.asking}
      className="grid gap-4 rounded-card border border-line bg-raised p-4"
    >
      <ReplayRange replay={replay} body={asked.data} timeZone={timeZone} />
      {reel.frames === 0 ? (
        <p className="text-muted">{t('nothing')}</p>
      ) : (
        <Winding replay={replay} total={total} timeZone={timeZone} />
      )}
      {asked.data.cut && <p className="text-sm text-warn">{t('cut')}</p>}
    </section>
  );
}

function Winding({
  replay,
  total,
  timeZone,
}: {
  replay: Replay;
  total: PlaceFigures;
  timeZone: string;
}) {
  const t = useTranslations('admin.hall.replay');
  const locale = useLocale();
  const speedId = useId();
  const { asked, frame, playing, speed } = replay;
  const [reel, body] = [replay.reel!, asked.data!];
  const timeOf = (one: number) =>
    shortDate(new Date(reel.timeOf(one)).toISOString(), locale, timeZone);
  const when = timeOf(frame);
  const said = t('said', { when, held: total.held, taken: total.taken });
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          variant="secondary"
          className="min-w-34"
          onClick={() => replay.setPlaying(!playing)}
        >
          {playing ? <Pause aria-hidden /> : <Play aria-hidden />}
          {t(playing ? 'pause' : 'play')}
        </Button>
        <div className="flex items-center gap-2 text-sm">
          <label htmlFor={speedId}>{t('speed')}</label>
          <Select
            id={speedId}
            value={speed}
            onChange={(event) => replay.setSpeed(Number(event.target.value) as Speed)}
          >
            {speeds.map((one) => (
              <option key={one} value={one}>
                {t('perSecond', { count: one * body.stepMinutes })}
              </option>
            ))}
          </Select>
        </div>
        <p className="ml-auto font-display text-2xl tabular-nums first-letter:uppercase">{when}</p>
      </div>
      <div>
        <input
          type="range"
          aria-label={t('slider')}
          aria-valuetext={said}
          min={0}
          max={reel.frames - 1}
          value={frame}
          onChange={(event) => {
            replay.setPlaying(false);
            replay.goTo(Number(event.target.value));
          }}
          className="block h-8 w-full cursor-pointer accent-accent"
        />
        <ReplayChart body={body} frame={frame} ends={[timeOf(0), timeOf(reel.frames - 1)]} />
      </div>
      <ReplayFigures body={body} reel={reel} frame={frame} total={total} timeZone={timeZone} />
    </>
  );
}
