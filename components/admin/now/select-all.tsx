'use client';

import { useTranslations } from 'next-intl';
import { useNowPart, useStore } from './use-now';

/** Chooses all locks that the filters leave, or none. */
export function SelectAll() {
  const t = useTranslations('admin.now');
  const store = useStore();
  const count = useNowPart(({ matching }) => matching.size);
  const chosen = useNowPart(({ selected }) => selected.size);
  const all = count > 0 && chosen === count;
  return (
    <input
      type="checkbox"
      className="size-4.5"
      aria-label={t('selectAll', { count })}
      disabled={count === 0}
      ref={(box) => {
        if (box) box.indeterminate = chosen > 0 && !all;
      }}
      checked={all}
      onChange={() => (all ? store.selectNone() : store.selectAll())}
    />
  );
}
