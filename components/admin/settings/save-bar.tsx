'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

/** Always at hand, however long the form is; says whether anything waits to be saved. */
export function SaveBar({ pending, unsaved }: { pending: boolean; unsaved: number }) {
  const t = useTranslations('admin.settings');
  return (
    <div className="sticky bottom-0 z-10 -mx-1 flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-t bg-paper px-1 py-3">
      <Button type="submit" pending={pending}>
        {t('save')}
      </Button>
      <p className="text-muted text-sm">{t('unsaved', { count: unsaved })}</p>
    </div>
  );
}
