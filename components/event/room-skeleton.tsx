import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';
import { HallSkeleton } from './hall-skeleton';

/** Hall and cart before they are here. */
export function RoomSkeleton() {
  const t = useTranslations('event');
  return (
    <div className="mx-auto grid w-full max-w-6xl grid-cols-1 gap-8 pb-10 sm:px-8 lg:grid-cols-[minmax(0,1fr)_23rem] lg:pb-16">
      <HallSkeleton label={t('loadingMap')} />
      <Skeleton className="h-72 rounded-card max-lg:hidden" />
    </div>
  );
}
