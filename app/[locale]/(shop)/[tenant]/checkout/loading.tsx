import { Skeleton } from '@/components/ui/skeleton';

/** The page's own shape, while it is read. */
export default function CheckoutLoading() {
  return (
    <div aria-busy className="mx-auto w-full max-w-6xl px-5 pt-8 pb-20 sm:px-8 sm:pt-12">
      <Skeleton className="h-5 w-32" />
      <Skeleton className="mt-3 mb-7 h-11 w-56" />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_25rem] lg:gap-12">
        <Skeleton className="h-72 rounded-card lg:order-last" />
        <div className="grid max-w-xl gap-5">
          <Skeleton className="h-8 w-40" />
          <Skeleton className="h-18" />
          <Skeleton className="h-18" />
          <Skeleton className="h-13" />
        </div>
      </div>
    </div>
  );
}
