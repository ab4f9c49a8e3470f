import { useLocale, useTranslations } from 'next-intl';
import { written } from '@/lib/i18n/written';

/** Says actions, fields and values in words; what has none is shown as it is written. */
export function useAuditWords() {
  const t = useTranslations('admin.audit');
  const kinds = useTranslations('admin.alerts.kinds');
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
    return term(String(given));
  };

  /** A word of the product's own, such as a role or the kind of an alert; other text as it is. */
  const term = (text: string): string => {
    const kind = text as 'spike';
    if (/^[a-z_]+$/.test(text)) return kinds.has(kind) ? kinds(kind) : worded('values', text);
    // A logo is named by its bytes.
    return /^[0-9a-f]{16}$/.test(text) ? t('values.picture', { name: text.slice(0, 4) }) : text;
  };

  return {
    t,
    locale,
    action: (name: string) => worded('actions', name),
    field: (name: string) => (/^\w+$/.test(name) ? worded('fields', name) : name),
    value,
    /** `session_units · K7QX2M`: its parts in words. */
    target: (text: string) => text.split(' · ').map(term).join(' · '),
  };
}
