import { useFormatter, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import type { Change } from './change';

type Props = {
  change: Change;
  /** The former figure, written out. */
  before: string;
  /** Writes a difference where a percentage would say more than is known. */
  write: (value: number) => string;
  className?: string;
};

/** `↑ 12 % más que antes (1.234)`: in words and with a sign, never by colour. */
export function ChangeWords({ change, before, write, className }: Props) {
  const t = useTranslations('admin.analytics.change');
  const format = useFormatter();
  const by = 'by' in change ? change.by : 0;
  const amount =
    change.kind === 'share'
      ? format.number(Math.abs(by), { style: 'percent', maximumFractionDigits: 0 })
      : write(Math.abs(by));
  const words =
    change.kind === 'same' || change.kind === 'alike'
      ? t(change.kind, { before })
      : change.kind === 'new'
        ? t('new')
        : t(by > 0 ? 'more' : 'less', { amount, before });
  return (
    <span className={cn('text-muted text-sm tabular-nums', className)}>
      {by !== 0 && <span aria-hidden>{by > 0 ? '↑' : '↓'} </span>}
      {words}
    </span>
  );
}
