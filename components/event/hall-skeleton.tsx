import { Skeleton } from '@/components/ui/skeleton';

/** The shape of the map before its seats are here. */
export function HallSkeleton({ label }: { label: string }) {
  return (
    <section aria-label={label} aria-busy className="flex min-h-104 flex-col gap-3">
      <Skeleton className="h-11 w-44 max-sm:mx-5" />
      <Skeleton className="h-[min(68svh,46rem)] min-h-80 max-sm:rounded-none sm:rounded-card" />
      <Skeleton className="h-5 w-72 max-w-[80%] max-sm:mx-5" />
    </section>
  );
}
