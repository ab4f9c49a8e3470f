import { notFound } from 'next/navigation';
import { notFoundTitle } from '@/components/states/not-found-title';

export const generateMetadata = notFoundTitle;

/** Any address that no page claims: not found, in the reader's language. */
export default function UnclaimedPage() {
  notFound();
}
