import type { Money } from '@/lib/money';
import { written } from './written';

/**
 * `{ amount: 4550, currency: 'EUR' }` → `45,50 €` in Spanish, `€45.50` in English. Whole amounts
 * go without decimals. How many minor digits a currency has is Intl's to know.
 */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const format = new Intl.NumberFormat(written(locale), {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits);
}
