'use client';

import { useSearchParams } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useId, useTransition } from 'react';
import { Select } from '@/components/ui/select';
import { shortDate } from '@/lib/i18n/dates';
import { useRouter } from '@/lib/i18n/navigation';
import { hallQuery, layerOf } from './layers';

export type EventChoice = { id: string; name: string; startsAt: string };

/** Which event's hall is on show. Another's opens in the same layer. */
export function EventPicker({
  tenant,
  timeZone,
  events,
  chosen,
}: {
  tenant: string;
  timeZone: string;
  events: EventChoice[];
  chosen: string;
}) {
  const t = useTranslations('admin.hall');
  const locale = useLocale();
  const router = useRouter();
  const layer = layerOf(useSearchParams().get('layer'));
  const id = useId();
  const [pending, start] = useTransition();
  return (
    <div className="grid w-full gap-1 text-sm sm:w-96">
      <label htmlFor={id}>{t('event')}</label>
      <Select
        id={id}
        value={chosen}
        aria-busy={pending}
        onChange={({ target }) =>
          start(() => router.push(`/admin/${tenant}/hall?${hallQuery(target.value, layer)}`))
        }
      >
        {events.map(({ id: eventId, name, startsAt }) => (
          <option key={eventId} value={eventId}>
            {t('eventOption', { name, when: shortDate(startsAt, locale, timeZone) })}
          </option>
        ))}
      </Select>
    </div>
  );
}
