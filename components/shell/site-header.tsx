import { useTranslations } from 'next-intl';
import { Arches } from '@/components/ui/arches';
import { Link } from '@/lib/i18n/navigation';

/** The top of every page: the way home. */
export function SiteHeader() {
  const t = useTranslations('shell');
  return (
    <header data-slot="header" data-print="none" className="border-line border-b bg-paper">
      <div className="mx-auto flex h-16 max-w-6xl items-center justify-between gap-4 px-5 sm:px-8">
        <Link
          href="/"
          aria-label={t('home')}
          className="inline-flex min-h-11 items-center gap-2.5 font-display text-2xl"
        >
          <Arches className="h-7 w-auto text-accent" />
          {t('name')}
        </Link>
      </div>
    </header>
  );
}
