import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { StatePanel } from '@/components/ui/state';
import { Link } from '@/lib/i18n/navigation';

/** An address of the organizers' side that leads nowhere, or to nothing of the reader's. */
export function Nowhere() {
  const t = useTranslations('admin.nowhere');
  return (
    <StatePanel
      heading="h1"
      className="my-auto"
      title={t('title')}
      line={t('line')}
      action={
        <Button asChild>
          <Link href="/admin">{t('back')}</Link>
        </Button>
      }
    />
  );
}
