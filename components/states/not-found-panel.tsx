import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { StatePanel } from '@/components/ui/state';
import { Link } from '@/lib/i18n/navigation';

/** An address that leads nowhere. */
export function NotFoundPanel() {
  const t = useTranslations('states');
  return (
    <StatePanel
      heading="h1"
      className="my-auto"
      title={t('notFoundTitle')}
      line={t('notFoundLine')}
      action={
        <Button asChild>
          <Link href="/">{t('notFoundAction')}</Link>
        </Button>
      }
    />
  );
}
