import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { DataTable } from '@/components/admin/data-table';

/** A table of the section `of`, told apart from the section itself by its name. */
export function FigureTable({
  of,
  ...props
}: Omit<ComponentProps<typeof DataTable>, 'label'> & { of: string }) {
  const t = useTranslations('admin.analytics');
  return <DataTable label={t('tableOf', { of })} {...props} />;
}
