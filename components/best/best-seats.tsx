'use client';

import { useTranslations } from 'next-intl';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useCart, useCartState } from '@/components/cart/cart-provider';
import { placeKey } from '@/components/cart/place';
import { useFocusRescue } from '@/components/cart/use-focus-rescue';
import { standingPlace } from '@/components/event/seat-place';
import type { MapZone } from '@/components/seat-map/map-zone';
import { Button } from '@/components/ui/button';
import { FoundCard } from './found-card';
import { stillHeld } from './outcome';
import { ProblemCard } from './problem-card';
import { relaxations } from './relaxations';
import { useBest } from './use-best';
import { firstWish, standingZone, type Wish } from './wish';
import { WishFields } from './wish-fields';

/** The server refuses more in one call. */
const quantityMax = 100;

export type BestSeatsProps = {
  event: { id: string; name: string; tenant: string };
  zones: MapZone[];
  /** Whether it is the view in sight; what was typed and found stays meanwhile. */
  shown: boolean;
  onSeeMap: (seatIds: number[]) => void;
};

/** How many, where, up to how much: the server picks the seats and holds them in one go. */
export function BestSeats({ event, zones, shown, onSeeMap }: BestSeatsProps) {
  const t = useTranslations('best');
  const cart = useCart();
  const { seen, units, lines } = useCartState();
  const best = useBest(event.id, zones, shown);
  const { asking, problem } = best;
  const [typed, setTyped] = useState<Wish>(firstWish);
  const results = useRef<HTMLDivElement>(null);
  const submit = useRef<HTMLButtonElement>(null);
  useFocusRescue(results, submit);
  useEffect(() => {
    if (best.found || problem) results.current?.scrollIntoView({ block: 'nearest' });
  }, [best.found, problem]);

  const found = best.found && stillHeld(best.found, seen.status.locks);
  const standing = standingZone(typed, zones);
  const room = Math.min(
    quantityMax,
    seen.status.maxLocks - units,
    standing?.available ?? quantityMax,
  );
  const quantity = Math.min(typed.quantity, Math.max(1, room));
  const wish = { ...typed, quantity, accessible: Math.min(typed.accessible, quantity) };
  const travelling = lines.some((line) => line.key === `zone:${standing?.id}` && line.pending);

  const find = (asked: Wish) => {
    const zone = standingZone(asked, zones);
    if (!zone) void best.ask(asked, 'find');
    else if (!travelling) cart.change(standingPlace(event, zone), asked.quantity);
  };
  const send = (sent: SubmitEvent<HTMLFormElement>) => {
    sent.preventDefault();
    find(wish);
  };
  const held = found?.blocks.flat() ?? [];
  const giveBack = () => {
    const keys = new Set(held.map(placeKey));
    cart.remove(lines.filter((line) => keys.has(line.key)));
  };
  const ways =
    problem?.kind === 'short' && !problem.swapping
      ? relaxations({ ...wish, quantity: problem.requested }, zones, problem.available)
      : problem?.kind === 'limit' && problem.room > 0
        ? [{ kind: 'fewer' as const, wish: { ...wish, quantity: problem.room } }]
        : [];
  return (
    <div data-slot="best" className="grid grid-cols-1 gap-4">
      <form
        noValidate
        aria-label={t('title')}
        onSubmit={send}
        className="grid grid-cols-1 gap-5 rounded-card border border-line bg-raised p-5 sm:p-6"
      >
        <p className="max-w-prose text-muted">{t('line')}</p>
        <WishFields wish={wish} zones={zones} room={room} onChange={setTyped} />
        <Button
          ref={submit}
          type="submit"
          size="lg"
          variant={found ? 'secondary' : 'primary'}
          pending={asking === 'find' || travelling}
          className="max-w-full shrink sm:justify-self-start"
        >
          {found ? t('findMore', { count: wish.quantity }) : t('find')}
        </Button>
      </form>
      <div ref={results} className="grid grid-cols-1 gap-4 empty:hidden">
        <ProblemCard
          problem={problem}
          ways={ways}
          asking={asking}
          onTake={(way) => {
            setTyped(way.wish);
            void best.ask(way.wish, `relax:${way.kind}`);
          }}
          onAgain={best.again}
        />
        <FoundCard
          found={found}
          payHref={`/${event.tenant}/checkout`}
          tryingOthers={asking === 'others'}
          onSeeMap={() => onSeeMap(held.map((lock) => lock.seatId).filter((id) => id !== null))}
          onOthers={() =>
            void best.ask(
              wish,
              'others',
              held.map((lock) => lock.id),
            )
          }
          onReturn={giveBack}
        />
      </div>
    </div>
  );
}
