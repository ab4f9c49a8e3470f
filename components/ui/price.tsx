import { useLocale } from 'next-intl';
import type { ComponentProps } from 'react';
import { formatMoney } from '@/lib/i18n/money';
import type { Money } from '@/lib/money';
import { cn } from './class-names';

/** An amount in the reader's language; figures keep their width so that columns align. */
export function Price({
  money,
  className,
  ...props
}: Omit<ComponentProps<'span'>, 'children'> & { money: Money }) {
  return (
    <span data-slot="price" className={cn('whitespace-nowrap tabular-nums', className)} {...props}>
      {formatMoney(money, useLocale())}
    </span>
  );
}
