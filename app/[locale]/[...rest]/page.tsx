import { notFound } from 'next/navigation';

/** Any address that no page claims: not found, in the reader's language. */
export default function UnclaimedPage() {
  notFound();
}
