'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { zoneName } from '@/lib/i18n/zone-names';
import { timeZoneOf } from '@/lib/tenants/policy';
import { FixedField } from './fixed-field';

type Props = {
  value: string;
  /** Figures are counted by its days. */
  fixed: boolean;
  error: string | undefined;
  onChange: (value: string) => void;
};

/** The place whose clock the house goes by: found by writing any part of its name. */
export function TimeZoneField({ value, fixed, error, onChange }: Props) {
  const t = useTranslations('admin.settings.house');
  const list = useId();
  const zone = timeZoneOf(value);
  const now = useTimeAt(zone);
  if (fixed) {
    return <FixedField label={t('timeZone')} value={value} code="time_zone_in_use" />;
  }
  return (
    <Field
      id="house-timeZone"
      label={t('timeZone')}
      hint={zone && now ? t('timeThere', { zone, time: now }) : t('hints.timeZone')}
      error={error}
    >
      <ZoneBox list={list} value={value} onChange={onChange} />
    </Field>
  );
}

/** The list is the browser's own: what it does not know, the server may all the same. */
function ZoneBox({
  list,
  value,
  onChange,
  ...wiring
}: { list: string; value: string; onChange: (value: string) => void } & Record<string, unknown>) {
  const locale = useLocale();
  const [zones, setZones] = useState<{ name: string; label: string }[]>([]);
  const listed = () =>
    ['UTC', ...Intl.supportedValuesOf('timeZone')].map((name) => ({
      name,
      label: zoneName(name, locale),
    }));
  return (
    <div>
      <Input
        {...wiring}
        list={list}
        value={value}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onFocus={() => zones.length === 0 && setZones(listed())}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={() => onChange(timeZoneOf(value) ?? value)}
      />
      <datalist id={list}>
        {zones.map(({ name, label }) => (
          <option key={name} value={name} label={label} />
        ))}
      </datalist>
    </div>
  );
}

/** Its hour and minute now; only once the page is alive, as the server's minute is another. */
function useTimeAt(timeZone: string | null): string | null {
  const locale = useLocale();
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const every = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(every);
  }, []);
  if (now === null || timeZone === null) return null;
  const written = { timeZone, weekday: 'long', hour: 'numeric', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, written).format(now);
}
