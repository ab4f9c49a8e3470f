'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { type LockStage, lockDevices, lockStages } from '@/lib/watch/schema';
import type { Filter } from './criteria';
import { useNowPart, useStore } from './use-now';
import { useWords } from './use-words';

/** By event, zone, stage and device. What is chosen stays on offer when nothing is like that any more. */
export function FilterFields() {
  const t = useTranslations('admin.now');
  const words = useWords();
  const store = useStore();
  const filter = useNowPart(({ look }) => look.filter);
  const events = useNowPart((state) => state.events);
  const zones = useNowPart((state) => state.zones);
  // The map is one and grows.
  useNowPart((state) => state.zones.size);
  const zonesHere = [...zones]
    .filter(([, { eventId }]) => filter.eventId === null || eventId === filter.eventId)
    .sort(([, a], [, b]) => a.name.localeCompare(b.name));
  const several = new Set(zonesHere.map(([, { eventId }]) => eventId)).size > 1;
  /** Of several events, with the event's hour: each has zones of its own, often of one name. */
  const zoneName = ({ name, eventId }: { name: string; eventId: string }) => {
    const event = several && events.find(({ id }) => id === eventId);
    return event ? `${name} · ${words.hour(event)}` : name;
  };
  const choose = (change: Partial<Filter>) => store.setFilter(change);
  return (
    <>
      <Field label={t('filter.event')}>
        <Select
          value={filter.eventId ?? ''}
          onChange={({ target }) => choose({ eventId: target.value || null, zoneId: null })}
        >
          <option value="">{t('filter.all')}</option>
          {/* The hour first: a closed list shows how its words begin. */}
          {events.map((event) => (
            <option key={event.id} value={event.id}>
              {`${words.hour(event)} · ${event.name}`}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('filter.zone')}>
        <Select
          value={filter.zoneId ?? ''}
          onChange={({ target }) => choose({ zoneId: target.value ? Number(target.value) : null })}
        >
          <option value="">{t('filter.all')}</option>
          {zonesHere.map(([id, zone]) => (
            <option key={id} value={id}>
              {zoneName(zone)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('filter.stage')}>
        <Select
          value={filter.stage ?? ''}
          onChange={({ target }) => choose({ stage: (target.value || null) as LockStage | null })}
        >
          <option value="">{t('filter.allMasculine')}</option>
          {lockStages.map((stage) => (
            <option key={stage} value={stage}>
              {t(`stages.${stage}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('filter.device')}>
        <Select
          value={filter.device ?? ''}
          onChange={({ target }) => choose({ device: (target.value || null) as Filter['device'] })}
        >
          <option value="">{t('filter.allMasculine')}</option>
          {[...lockDevices, 'unknown' as const].map((device) => (
            <option key={device} value={device}>
              {t(`devices.${device}`)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
