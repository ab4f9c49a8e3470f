'use client';

import { useTranslations } from 'next-intl';
import { SeatMark } from '@/components/seat-map/seat-mark';
import { seatLook } from '@/components/seat-map/seat-store';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { Link } from '@/lib/i18n/navigation';
import type { Found } from './outcome';
import { useBestWords } from './use-best-words';

/** The seats that were found and are held, in words that are read out, and what to do with them. */
export function FoundCard({
  found,
  payHref,
  tryingOthers,
  onSeeMap,
  onOthers,
  onReturn,
}: {
  found: Found | null;
  payHref: string;
  tryingOthers: boolean;
  onSeeMap: () => void;
  onOthers: () => void;
  onReturn: () => void;
}) {
  const t = useTranslations('best');
  const cart = useTranslations('cart');
  const words = useBestWords();
  return (
    <section
      data-slot="best-found"
      aria-label={found ? t('found') : undefined}
      className={cn(
        found && 'grid grid-cols-1 gap-4 rounded-card border border-brass bg-raised p-5',
      )}
    >
      {/* There before the answer is, so that it is read out. */}
      <div role="status">
        {found && (
          <div className="grid gap-1.5">
            <p className="flex items-center gap-1.5 font-semibold text-brass-text text-sm">
              <SeatMark look={seatLook.mine} className="size-4" />
              {t('found')}
            </p>
            <p className="flex flex-wrap items-baseline justify-between gap-x-4 font-display text-2xl leading-tight">
              <span>{words.title(found)}</span>
              <span className="tabular-nums lining-nums">{words.total(found)}</span>
            </p>
            <ul>
              {found.blocks.map((block) => (
                <li key={block[0]!.id}>{words.block(block)}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {found && (
        <div className="flex flex-wrap gap-2 *:max-w-full *:shrink max-sm:*:grow">
          <Button asChild>
            <Link href={payHref} data-focus-stop>
              {cart('pay')}
            </Link>
          </Button>
          <Button variant="secondary" data-focus-stop onClick={onSeeMap}>
            {t('seeMap')}
          </Button>
          <Button variant="secondary" data-focus-stop pending={tryingOthers} onClick={onOthers}>
            {t('others', { count: found.blocks.flat().length })}
          </Button>
          <Button variant="quiet" data-focus-stop onClick={onReturn}>
            {t('giveBack', { count: found.blocks.flat().length })}
          </Button>
        </div>
      )}
    </section>
  );
}
