import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { StatePanel } from '@/components/ui/state';
import { formatMoney } from '@/lib/i18n/money';
import { Link } from '@/lib/i18n/navigation';
import type { OrderWithTenant } from '@/lib/orders/queries';
import { AwaitPayment } from './await-payment';

const tones = { pending: 'warn', failed: 'danger', cancelled: 'calm', refunded: 'calm' } as const;

/**
 * An order without tickets: why, and the one way on. A pending or declined one leads back to
 * payment with `resume`, the address of its checkout. `apiUrl` is where the API tells of it.
 */
export function OrderStatus({
  order,
  status,
  resume,
  apiUrl,
}: {
  order: OrderWithTenant;
  status: keyof typeof tones;
  resume: string;
  apiUrl: string;
}) {
  const t = useTranslations(`orders.${status}`);
  const locale = useLocale();
  const payable = status === 'pending' || status === 'failed';
  return (
    <StatePanel
      heading="h1"
      tone={tones[status]}
      title={t('title')}
      line={t('line', { total: formatMoney(order.total, locale) })}
      action={
        <Button asChild size="lg">
          <Link href={payable ? resume : `/${order.tenant.slug}`}>{t('action')}</Link>
        </Button>
      }
    >
      {status === 'pending' && <AwaitPayment orderUrl={apiUrl} />}
    </StatePanel>
  );
}
