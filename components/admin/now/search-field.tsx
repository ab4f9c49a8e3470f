'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Input } from '@/components/ui/input';
import { useNowPart, useStore } from './use-now';

export function SearchField() {
  const t = useTranslations('admin.now.filter');
  const store = useStore();
  const text = useNowPart(({ look }) => look.filter.text);
  const id = useId();
  return (
    <div className="grid min-w-0 gap-1.5">
      <label htmlFor={id} className="font-semibold text-sm">
        {t('search')}
      </label>
      <span className="relative grid">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 size-4.5 -translate-y-1/2 text-muted"
        />
        <Input
          id={id}
          type="search"
          className="pl-10"
          placeholder={t('searchHint')}
          value={text}
          onChange={({ target }) => store.setFilter({ text: target.value })}
        />
      </span>
    </div>
  );
}
