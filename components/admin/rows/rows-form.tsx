import { useLocale, useTranslations } from 'next-intl';
import { Disclosure } from '@/components/admin/charts/disclosure';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { Choices } from '@/lib/analytics/choices';
import { eventNames } from '@/lib/analytics/names';
import { devices, outcomes, type RowsFilter, stages } from '@/lib/analytics/schema';
import { formatMoney } from '@/lib/i18n/money';
import type { Tenant } from '@/lib/tenants/queries';

type Props = { filter: RowsFilter; tenant: Tenant; choices: Choices; prices: number[] };

const extensionsMax = 10;
const upTo = (end: number) => Array.from({ length: end + 1 }, (_, i) => String(i));

/** What to look for: a plain form, whose answer is an address that can be kept and sent. */
export function RowsForm({ filter, tenant, choices, prices }: Props) {
  const t = useTranslations('admin.locks');
  const keys = useTranslations('admin.analytics.keys');
  const locale = useLocale();
  const { eventId, zoneId, seatId, cart, within } = filter;
  const zones = choices.zones.filter((zone) => zone.eventId === eventId);
  const more = [filter.stage, zoneId, filter.price, filter.hour, filter.device, filter.extensions];
  const money = (amount: number) => formatMoney({ amount, currency: tenant.currency }, locale);
  return (
    <form
      method="get"
      className="mb-4 grid grid-cols-[repeat(auto-fit,minmax(min(100%,8.5rem),1fr))] items-end gap-3 rounded-card border border-line bg-raised p-3 sm:grid-cols-2 sm:p-4 lg:grid-cols-[10rem_10rem_minmax(0,1fr)_12rem_auto]"
    >
      <Field
        label={t('from')}
        type="date"
        name="from"
        defaultValue={filter.from}
        max={choices.today}
      />
      <Field label={t('to')} type="date" name="to" defaultValue={filter.to} max={choices.today} />
      <Choice
        label={t('event')}
        name="event"
        value={eventId}
        any={t('everyEvent')}
        options={eventNames(choices.events, locale, tenant.timeZone).map((e) => [e.id, e.name])}
      />
      <Choice
        label={t('outcome')}
        name="outcome"
        value={filter.outcome}
        any={t('anyOutcome')}
        options={(['sale', 'lost', ...outcomes.slice(1)] as const).map((key) => [
          key,
          keys(`outcome.${key}`),
        ])}
      />
      <Button type="submit" className="col-span-full lg:col-span-1">
        {t('search')}
      </Button>
      <Disclosure
        label={t('more')}
        className="col-span-full"
        open={more.some((v) => v !== undefined)}
      >
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,8.5rem),1fr))] gap-3 md:grid-cols-3 xl:grid-cols-6">
          <Choice
            label={t('stage')}
            name="stage"
            value={filter.stage}
            any={t('any')}
            options={stages.map((key) => [key, keys(`stage.${key}`)])}
          />
          {eventId && (
            <Choice
              label={t('zone')}
              name="zone"
              value={zoneId}
              any={t('any')}
              options={zones.map(({ id, name }) => [String(id), name])}
            />
          )}
          <Choice
            label={t('price')}
            name="price"
            value={filter.price}
            any={t('any')}
            options={prices.map((price) => [String(price), money(price)])}
          />
          <Choice
            label={t('hour')}
            name="hour"
            value={filter.hour}
            any={t('any')}
            options={upTo(23).map((hour) => [hour, keys('hour', { hour: Number(hour) })])}
          />
          <Choice
            label={t('device')}
            name="device"
            value={filter.device}
            any={t('any')}
            options={devices.map((key) => [key, keys(`device.${key}`)])}
          />
          <Choice
            label={t('extensions')}
            name="extensions"
            value={filter.extensions}
            any={t('any')}
            options={upTo(extensionsMax).map((n) => [
              n,
              keys('extensions', { extensions: Number(n) }),
            ])}
          />
        </div>
      </Disclosure>
      {!eventId && zoneId !== undefined && <input type="hidden" name="zone" value={zoneId} />}
      {seatId !== undefined && <input type="hidden" name="seat" value={seatId} />}
      {cart && <input type="hidden" name="cart" value={cart} />}
      {within !== undefined && <input type="hidden" name="within" value={within} />}
    </form>
  );
}

type ChoiceProps = {
  label: string;
  name: string;
  value: string | number | undefined;
  /** The words for no choice. */
  any: string;
  options: (readonly [value: string, words: string])[];
};

function Choice({ label, name, value, any, options }: ChoiceProps) {
  return (
    <Field label={label}>
      <Select name={name} defaultValue={value === undefined ? '' : String(value)}>
        <option value="">{any}</option>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}
