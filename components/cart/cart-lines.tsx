'use client';

import { X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { Price } from '@/components/ui/price';
import { formatMoney } from '@/lib/i18n/money';
import { Link } from '@/lib/i18n/navigation';
import { useCart, useCartState } from './cart-provider';
import { BlockSwaps, LineSwap } from './line-swap';
import { byEvent, type Line } from './lines';
import { usePlaceNames } from './use-place-names';

/** What the lines of an event are for, and the way back to its hall. */
export type Showing = { eventId: string; when: string; where: string; href: string };

/** What is in the cart, by event. An event's name is left out where it is the page's own. */
export function CartLines({
  hereEventId,
  showings = [],
}: {
  hereEventId?: string;
  showings?: readonly Showing[];
}) {
  const t = useTranslations('cart');
  const groups = byEvent(useCartState().lines);
  return groups.map(({ eventId, name, lines }) => (
    <section key={eventId} aria-label={name} className="grid grid-cols-1 gap-1">
      {(groups.length > 1 || eventId !== hereEventId) && (
        <h3 className="font-display text-xl leading-snug">{name}</h3>
      )}
      {showings
        .filter((showing) => showing.eventId === eventId)
        .map(({ when, where, href }) => (
          <div key={href} className="text-sm">
            <p className="text-muted first-letter:uppercase">{when}</p>
            <p className="text-muted">{where}</p>
            <Link
              href={href}
              className="inline-flex min-h-8 items-center font-semibold text-accent underline underline-offset-4"
            >
              {t('change')}
            </Link>
          </div>
        ))}
      <ul className="divide-y divide-line">
        {lines.map((line) => (
          <CartLine key={line.key} line={line} />
        ))}
      </ul>
      <BlockSwaps lines={lines} />
    </section>
  ));
}

function CartLine({ line }: { line: Line }) {
  const t = useTranslations('cart');
  const locale = useLocale();
  const names = usePlaceNames();
  const cart = useCart();
  const { place, units, pending } = line;
  const money = { ...place.price, amount: place.price.amount * units };
  return (
    <li
      data-slot="cart-line"
      data-pending={pending || undefined}
      className="flex flex-wrap items-center gap-3 py-2.5"
    >
      <span
        aria-hidden
        className={cn('h-9 w-1 shrink-0 rounded-full bg-brass', pending && 'opacity-40')}
      />
      <span className="grid min-w-0 grow basis-24">
        <span className="text-muted text-sm leading-snug">{place.zoneName}</span>
        <span className="font-semibold leading-snug">{names.short(place, units)}</span>
        <span className="empty:hidden">
          <LineSwap line={line} />
        </span>
        {pending ? (
          <span className="text-muted text-sm">{t('onItsWay')}…</span>
        ) : (
          units > 1 && (
            <span className="text-muted text-sm">
              {t('each', { price: formatMoney(place.price, locale) })}
            </span>
          )
        )}
      </span>
      <Price money={money} className={cn('font-semibold', pending && 'text-muted')} />
      <Button
        variant="quiet"
        size="icon"
        data-focus-stop
        className="-mr-2 text-muted"
        aria-label={t('removeOf', { place: names.full(place, units) })}
        onClick={() => cart.remove([line])}
      >
        <X aria-hidden />
      </Button>
    </li>
  );
}
