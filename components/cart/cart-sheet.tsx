'use client';

import { ChevronUp, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useSwap } from '@/components/swap/swap-context';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { onFirstInput } from '@/components/ui/first-input';
import { Price } from '@/components/ui/price';
import { useLater } from '@/components/ui/use-later';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { Link } from '@/lib/i18n/navigation';
import { useCart, useCartState } from './cart-provider';
import { CountdownFace } from './countdown-face';
import { ExtendButton } from './extend-button';
import { useFocusRescue } from './use-focus-rescue';
import { useTimeLeft } from './use-time-left';

const getBody = async () => (await import('./cart-sheet-body')).CartSheetBody;

/**
 * The cart on a phone. Closed it is a bar at the bottom with time, count and total, and no modal:
 * the page behind stays in reach. Opened it is a sheet over the page, whose code comes with the
 * first input; a tap before it is here opens it when it is.
 * @param closed nothing can be put in: with nothing to tell either, it is not there
 */
export function CartSheet({
  hereEventId,
  closed = false,
}: {
  hereEventId?: string;
  closed?: boolean;
}) {
  const t = useTranslations('cart');
  const cart = useCart();
  const { units, extending, lapsed, unsent, withdrawn } = useCartState();
  const [open, setOpen] = useState(false);
  const moving = (useSwap()?.moving.length ?? 0) > 0;
  // What is changed is changed in the hall, which lies behind.
  useEffect(() => {
    if (moving) setOpen(false);
  }, [moving]);
  const time = useTimeLeft();
  const urgent = time !== null && time.phase !== 'calm' && !extending;
  const bar = useRef<HTMLElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useFocusRescue(bar, opener);
  const { part: Body, failed, load } = useLater(getBody);
  useEffect(() => onFirstInput(() => bar.current?.getClientRects().length && load()), [load]);
  const pending = open && !Body && !failed;
  const Mark = pending ? LoaderCircle : ChevronUp;
  if (closed && !open && units + lapsed.length + unsent.length + withdrawn.length === 0)
    return null;
  return (
    <aside
      ref={bar}
      aria-label={t('title')}
      data-slot="cart-sheet"
      className="fixed inset-x-0 bottom-0 z-40 grid gap-2 rounded-t-card border-line border-t bg-raised px-4 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] shadow-lift lg:hidden"
    >
      <div className="flex flex-wrap items-center gap-3">
        <button
          ref={opener}
          type="button"
          data-focus-stop
          aria-haspopup="dialog"
          aria-expanded={open && Body !== null}
          aria-busy={pending}
          onClick={() => {
            if (!Body) load();
            setOpen(true);
          }}
          className="flex min-h-13 min-w-0 grow basis-44 cursor-pointer rounded-control items-center gap-3 text-left"
        >
          <SheetSummary urgent={urgent} />
          <VisuallyHidden>{t('open')}</VisuallyHidden>
          <Mark
            aria-hidden
            className={cn(
              'ml-auto size-5 shrink-0 text-muted',
              pending && 'motion-safe:animate-spin',
            )}
          />
        </button>
        {Body && (
          <Body open={open} onOpenChange={setOpen} opener={opener} hereEventId={hereEventId} />
        )}
        {units > 0 && (
          <Button asChild>
            <Link href={`/${cart.tenant}/checkout`}>{t('payShort')}</Link>
          </Button>
        )}
      </div>
      <p role="alert" className="text-sm text-warn empty:hidden">
        {open && failed && t('openFailed')}
      </p>
      {urgent && <ExtendButton className="w-full" />}
    </aside>
  );
}

function SheetSummary({ urgent }: { urgent: boolean }) {
  const t = useTranslations('cart');
  const { units, total, lapsed, unsent, withdrawn } = useCartState();
  const time = useTimeLeft();
  // What ended is told within; closed, it must not be overlooked.
  const told =
    (unsent.length > 0 && t('unsentTitle')) ||
    (lapsed.length > 0 && t('lapsedTitle')) ||
    (withdrawn.length > 0 && t('withdrawnTitle'));
  if (units === 0) return <span className="font-semibold">{told || t('emptyTitle')}</span>;
  return (
    <>
      {time && (
        <CountdownFace
          time={time}
          className={cn(
            'min-w-[3.6rem] whitespace-nowrap text-2xl leading-none',
            urgent && 'text-warn',
          )}
        />
      )}
      <span className="grid leading-tight">
        <span className={cn('text-sm', told ? 'font-medium text-warn' : 'text-muted')}>
          {told || t('count', { count: units })}
        </span>
        <Price money={total} className="font-semibold" />
      </span>
    </>
  );
}
