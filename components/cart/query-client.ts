import { QueryClient } from '@tanstack/react-query';

let shared: QueryClient | null = null;

/** One cache a browser, kept across pages. Its code comes with the parts that ask by it. */
export function queryClient(): QueryClient {
  if (shared) return shared;
  shared = new QueryClient();
  // From here on it hears that the page is looked at again, and that the network is back.
  shared.mount();
  return shared;
}
