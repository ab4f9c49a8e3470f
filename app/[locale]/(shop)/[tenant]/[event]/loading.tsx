import { RoomSkeleton } from '@/components/event/room-skeleton';
import { Skeleton } from '@/components/ui/skeleton';

/** The page's own shape, while it is read. */
export default function EventLoading() {
  return (
    <div aria-busy>
      <div className="mx-auto flex w-full max-w-6xl items-start gap-5 px-5 pt-5 pb-5 sm:gap-8 sm:px-8 sm:pt-8 sm:pb-6">
        <div className="grid min-w-0 flex-1 grid-cols-1 gap-3">
          <Skeleton className="h-5 w-36" />
          <Skeleton className="h-10 w-4/5 max-w-xl sm:h-14" />
          <Skeleton className="h-5 w-64 max-w-full" />
          <Skeleton className="h-5 w-48 max-w-full" />
        </div>
        <Skeleton className="aspect-3/4 w-20 shrink-0 rounded-card sm:aspect-4/3 sm:w-48" />
      </div>
      <RoomSkeleton />
    </div>
  );
}
