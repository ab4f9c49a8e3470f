import { useLocale, useTranslations } from 'next-intl';
import { written } from '@/lib/i18n/written';

/** Says actions, fields and values in words; what has none is shown as it is written. */
export function useAuditWords() {
  const t = useTranslations('admin.audit');
  const locale = useLocale();
  const number = new Intl.NumberFormat(written(locale), { maximumFractionDigits: 4 });

  /** The keys come from the log, which may know of more than the messages do. */
  const worded = (kind: 'actions' | 'fields' | 'values', name: string): string => {
    const key = `${kind}.${name}` as 'actions.locks.released';
    return t.has(key) ? t(key) : name;
  };

  const value = (given: unknown): string => {
    if (given === null || given === undefined || given === '') return t('values.none');
    if (typeof given === 'boolean') return t(given ? 'values.yes' : 'values.no');
    if (typeof given === 'number') return number.format(given);
    if (Array.isArray(given)) return given.map(value).join(', ');
    if (typeof given === 'object') {
      return Object.entries(given)
        .map(([key, each]) => `${worded('fields', key)}: ${value(each)}`)
        .join(' · ');
    }
    const text = String(given);
    return /^[a-z_]+$/.test(text) ? worded('values', text) : text;
  };

  return {
    t,
    locale,
    action: (name: string) => worded('actions', name),
    field: (name: string) => (/^\w+$/.test(name) ? worded('fields', name) : name),
    value,
  };
}
