import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

/** Two posters about to be hung. */
export function ProductionsSkeleton() {
  const t = useTranslations('catalogue');
  return (
    <div role="status" className="grid items-start gap-8 lg:grid-cols-2">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {[0, 1].map((card) => (
        <div key={card} className="overflow-hidden rounded-card border border-line bg-raised">
          <Skeleton className="aspect-[16/9] rounded-none sm:aspect-[2/1]" />
          <div className="grid gap-3 px-5 py-6 sm:px-7">
            <Skeleton className="h-4 w-28" />
            <Skeleton className="h-9 w-3/4" />
            <Skeleton className="h-5 w-1/2" />
            <Skeleton className="mt-3 h-16" />
            <Skeleton className="h-16" />
          </div>
        </div>
      ))}
    </div>
  );
}
