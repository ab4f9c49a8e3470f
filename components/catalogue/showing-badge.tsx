import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import type { Showing } from './productions';

const marks: Record<Showing, string> = {
  onSale: 'bg-good',
  soon: 'border-2 border-brass',
  soldOut: 'bg-seat-sold',
  ended: 'bg-seat-sold',
};

/** Whether there is something to buy, told by shape and word, not by colour alone. */
export function ShowingBadge({ showing, soonDate }: { showing: Showing; soonDate: string }) {
  const t = useTranslations('catalogue');
  return (
    <p className="flex items-center gap-2 text-muted text-sm">
      <span aria-hidden className={cn('size-2.5 shrink-0 rounded-full', marks[showing])} />
      {showing === 'soon' ? t('soonFrom', { date: soonDate }) : t(showing)}
    </p>
  );
}
