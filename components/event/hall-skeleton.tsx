import { Skeleton } from '@/components/ui/skeleton';

/** The shape of the map before its seats are here. */
export function HallSkeleton({ label }: { label: string }) {
  return (
    <section aria-label={label} aria-busy className="flex min-h-104 flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 max-sm:mx-5">
        <Skeleton className="h-8 w-44" />
        <Skeleton className="h-11 w-72 max-w-full" />
      </div>
      <MapSkeleton />
    </section>
  );
}

/** The map and its legend, without what stands above them. */
export function MapSkeleton() {
  return (
    <>
      <Skeleton className="h-[min(68svh,46rem)] min-h-80 max-sm:rounded-none sm:rounded-card lg:h-[min(76svh,52rem)]" />
      <Skeleton className="h-5 w-60 max-sm:mx-5 sm:w-72" />
    </>
  );
}
