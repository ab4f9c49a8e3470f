'use client';

import { ChevronRight, LoaderCircle } from 'lucide-react';
import { useLinkStatus } from 'next/link';

/** The arrow of the link that it stands in; it turns while the page behind is on its way. */
export function WayIn() {
  const { pending } = useLinkStatus();
  return pending ? (
    <LoaderCircle aria-hidden className="size-4 motion-safe:animate-spin" />
  ) : (
    <ChevronRight aria-hidden className="size-4" />
  );
}
