'use client';

import { useLocale, useTranslations } from 'next-intl';
import { canMove, useSwap } from '@/components/swap/swap-context';
import { Button } from '@/components/ui/button';
import { listOf } from '@/lib/i18n/lists';
import type { Line } from './lines';
import { usePlaceNames } from './use-place-names';

/** Changes one seat of the cart for another; nothing where that cannot be done. */
export function LineSwap({ line }: { line: Line }) {
  const t = useTranslations('swap');
  const names = usePlaceNames();
  const swap = useSwap();
  const { place, units } = line;
  if (!swap || !canMove(swap, line) || place.seatId === null) return null;
  const { seatId } = place;
  return (
    <Button
      variant="quiet"
      size="sm"
      data-focus-stop
      aria-label={t('changeOf', { place: names.full(place, units) })}
      aria-pressed={swap.moving.includes(seatId)}
      className="-ml-2 px-2 text-accent underline underline-offset-4 aria-pressed:bg-sunken"
      onClick={() => swap.begin([seatId])}
    >
      {t('change')}
    </Button>
  );
}

/** Changes seats that are side by side for others that are. */
export function BlockSwaps({ lines }: { lines: readonly Line[] }) {
  const t = useTranslations('swap');
  const locale = useLocale();
  const swap = useSwap();
  if (!swap) return null;
  const movable = lines.filter((line) => canMove(swap, line));
  const places = new Map(movable.map(({ place }) => [place.seatId!, place]));
  const blocks = swap.sideBySide([...places.keys()]).filter((block) => block.length > 1);
  return blocks.map((block) => (
    <Button
      key={block.join()}
      variant="secondary"
      size="sm"
      data-focus-stop
      aria-pressed={block.every((id) => swap.moving.includes(id))}
      className="min-h-9 justify-self-start"
      onClick={() => swap.begin(block)}
    >
      {t('changeTogether', {
        seats: listOf(
          block.map((id) => places.get(id)?.seat ?? ''),
          locale,
        ),
      })}
    </Button>
  ));
}
