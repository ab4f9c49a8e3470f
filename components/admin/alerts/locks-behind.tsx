import { useLocale, useTranslations } from 'next-intl';
import { Cell, DataTable, HeadCell } from '@/components/admin/data-table';
import { DatedEvent } from '@/components/admin/dated-event';
import type { LockBehind } from '@/lib/alerts/schema';
import { formatMoney } from '@/lib/i18n/money';
import { written } from '@/lib/i18n/written';

type Props = { locks: LockBehind[]; total: number; live: number; timeZone: string };

/** The locks that an alert speaks of. */
export function LocksBehind({ locks, total, live, timeZone }: Props) {
  const t = useTranslations('admin.alerts');
  const outcomes = useTranslations('admin.analytics.keys.outcome');
  const locale = useLocale();
  const clock = new Intl.DateTimeFormat(written(locale), { timeZone, timeStyle: 'medium' });
  const withAccounts = locks.some(({ account }) => account !== null);
  return (
    <section aria-labelledby="locks" className="mt-8">
      <h2 id="locks" className="font-display text-2xl">
        {t('locksTitle')}
      </h2>
      <p className="mt-1 mb-3 text-muted">
        {t('locksLine', { total, live })}{' '}
        {total > locks.length && t('locksMost', { count: locks.length })}
      </p>
      {locks.length > 0 && (
        <DataTable label={t('locksTitle')}>
          <thead>
            <tr>
              <HeadCell>{t('columns.time')}</HeadCell>
              <HeadCell>{t('columns.state')}</HeadCell>
              <HeadCell>{t('columns.event')}</HeadCell>
              <HeadCell>{t('columns.place')}</HeadCell>
              <HeadCell numeric>{t('columns.units')}</HeadCell>
              <HeadCell numeric>{t('columns.value')}</HeadCell>
              <HeadCell>{t('columns.session')}</HeadCell>
              {withAccounts && <HeadCell>{t('columns.account')}</HeadCell>}
              <HeadCell>{t('columns.address')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {locks.map((lock) => (
              <tr key={lock.id} className={lock.state === 'live' ? undefined : 'text-muted'}>
                <Cell className="whitespace-nowrap tabular-nums">
                  {clock.format(new Date(lock.lockedAt))}
                </Cell>
                <Cell className="whitespace-nowrap">
                  {lock.state === 'live' ? t('live') : outcomes(lock.state)}
                </Cell>
                <Cell>
                  <DatedEvent
                    name={lock.eventName}
                    startsAt={lock.eventStartsAt}
                    timeZone={timeZone}
                  />
                </Cell>
                <Cell>
                  {lock.seat === null
                    ? lock.zoneName
                    : t('seat', { zone: lock.zoneName, row: lock.row ?? '', seat: lock.seat })}
                </Cell>
                <Cell numeric>{lock.quantity}</Cell>
                <Cell numeric className="whitespace-nowrap">
                  {formatMoney({ amount: lock.priceMinor, currency: lock.currency }, locale)}
                </Cell>
                <Cell className="font-mono">{lock.session}</Cell>
                {withAccounts && <Cell>{lock.account ?? t('none')}</Cell>}
                <Cell className="font-mono">{lock.address ?? t('none')}</Cell>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  );
}
