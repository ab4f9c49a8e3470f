'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import type { Problem } from './outcome';
import type { Relaxation } from './relaxations';
import type { Asking } from './use-best';
import { useBestWords } from './use-best-words';

/** Why there are none, read out, and every way on in one click. */
export function ProblemCard({
  problem,
  ways,
  asking,
  onTake,
  onAgain,
}: {
  problem: Problem | null;
  ways: Relaxation[];
  asking: Asking;
  onTake: (way: Relaxation) => void;
  onAgain: () => void;
}) {
  const t = useTranslations('best');
  const words = useBestWords();
  const said = problem && words.problem(problem);
  const again = problem?.kind === 'unheard' || problem?.kind === 'refused';
  return (
    <section
      data-slot="best-problem"
      aria-label={problem ? t('notFound') : undefined}
      className={cn(
        problem && 'grid grid-cols-1 gap-3 rounded-card border border-warn/40 bg-warn-soft p-5',
      )}
    >
      <div role="status">
        {said && (
          <>
            <p className="font-semibold text-lg leading-snug">{said.title}</p>
            <p>{said.line}</p>
          </>
        )}
      </div>
      {(ways.length > 0 || again) && (
        <div className="flex flex-wrap gap-2 *:max-w-full *:shrink">
          {ways.map((way) => (
            <Button
              key={way.kind}
              variant="secondary"
              data-focus-stop
              pending={asking === `relax:${way.kind}`}
              onClick={() => onTake(way)}
            >
              {t(`relax.${way.kind}`, { count: way.wish.quantity })}
            </Button>
          ))}
          {again && (
            <Button variant="secondary" data-focus-stop pending={asking !== null} onClick={onAgain}>
              {t('again')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
