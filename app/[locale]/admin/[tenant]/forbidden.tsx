import { useTranslations } from 'next-intl';
import { StatePanel } from '@/components/ui/state';

/** A page of the reader's own house that the role does not reach. */
export default function Forbidden() {
  const t = useTranslations('admin.forbidden');
  return <StatePanel heading="h1" tone="warn" title={t('title')} line={t('line')} />;
}
