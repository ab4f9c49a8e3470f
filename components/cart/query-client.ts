import { QueryClient } from '@tanstack/react-query';

let shared: QueryClient | null = null;

/** One cache a browser, kept across pages; on the server a new one each time, shared by nobody. */
export function queryClient(): QueryClient {
  if (typeof window === 'undefined') return new QueryClient();
  shared ??= new QueryClient();
  return shared;
}
