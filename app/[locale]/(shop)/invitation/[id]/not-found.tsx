import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { StatePanel } from '@/components/ui/state';
import { Link } from '@/lib/i18n/navigation';

/** No invitation, or another key: which of the two is not said. */
export default function InvitationNotFound() {
  const t = useTranslations('admin.invitation');
  return (
    <StatePanel
      heading="h1"
      className="my-auto"
      title={t('notFoundTitle')}
      line={t('notFoundLine')}
      action={
        <Button asChild variant="secondary">
          <Link href="/">{t('home')}</Link>
        </Button>
      }
    />
  );
}
