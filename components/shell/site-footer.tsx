import { useTranslations } from 'next-intl';
import { Arches } from '@/components/ui/arches';
import { Link } from '@/lib/i18n/navigation';

/** The end of every page: the promise of the house. */
export function SiteFooter() {
  const t = useTranslations('shell');
  return (
    <footer data-slot="footer" data-print="none" className="mt-12 border-line border-t bg-sunken">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-5 gap-y-2 px-5 py-8 sm:px-8">
        <Arches className="h-8 w-auto text-brass" />
        <p className="min-w-0 flex-1 basis-52 text-muted text-sm">{t('footer')}</p>
        <Link
          href="/"
          className="inline-flex min-h-11 items-center text-sm underline decoration-line underline-offset-4 hover:decoration-current"
        >
          {t('allEvents')}
        </Link>
      </div>
    </footer>
  );
}
