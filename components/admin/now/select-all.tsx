'use client';

import { useTranslations } from 'next-intl';
import { useNow, useStore } from './use-now';

/** Chooses all locks that the filters leave, or none. */
export function SelectAll() {
  const t = useTranslations('admin.now');
  const store = useStore();
  const { matching, selected } = useNow();
  const all = matching.size > 0 && selected.size === matching.size;
  return (
    <input
      type="checkbox"
      className="size-4.5"
      aria-label={t('selectAll', { count: matching.size })}
      disabled={matching.size === 0}
      ref={(box) => {
        if (box) box.indeterminate = selected.size > 0 && !all;
      }}
      checked={all}
      onChange={() => (all ? store.selectNone() : store.selectAll())}
    />
  );
}
