import { Nowhere } from '@/components/admin/nowhere';

/** No such organizer, or none of the reader's: which of the two is not said. */
export default function NotFound() {
  return (
    <main id="content" tabIndex={-1} className="flex flex-1 flex-col outline-none">
      <Nowhere />
    </main>
  );
}
