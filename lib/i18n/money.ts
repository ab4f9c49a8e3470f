import type { Money } from '@/lib/money';
import { keptFormats } from './kept-formats';
import { written } from './written';

const formatOf = keptFormats((name) => {
  const [locale, currency] = name.split(' ') as [string, string];
  return new Intl.NumberFormat(written(locale), {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
});

/**
 * `{ amount: 4550, currency: 'EUR' }` → `45,50 €` in Spanish, `€45.50` in English. Whole amounts
 * go without decimals. How many minor digits a currency has is Intl's to know.
 */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const format = formatOf(`${locale} ${currency}`);
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits);
}
