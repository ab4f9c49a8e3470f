import { useTranslations } from 'next-intl';
import { Arches } from '@/components/ui/arches';
import { LanguageSwitch } from './language-switch';

/** The end of every page: the promise of the house, and its two languages. */
export function SiteFooter() {
  const t = useTranslations('shell');
  return (
    <footer data-slot="footer" data-print="none" className="mt-16 border-line border-t bg-sunken">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-8 gap-y-5 px-5 py-8 sm:px-8">
        <Arches className="h-8 w-auto text-brass" />
        <p className="min-w-0 max-w-md flex-1 basis-64 text-muted text-sm">{t('footer')}</p>
        <LanguageSwitch />
      </div>
    </footer>
  );
}
