import { QueryClient } from '@tanstack/react-query';

let shared: QueryClient | null = null;

/** One cache a browser, kept across pages. Its code comes with the parts that ask by it. */
export function queryClient(): QueryClient {
  shared ??= new QueryClient();
  return shared;
}
