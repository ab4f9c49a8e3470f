import type { Filter } from './schema';

/** What the rows are asked for: a figure's own filter, so that as many rows stand behind it. */
export type RowsQuery = Filter & {
  outcome?: string;
  stage?: string;
  zone?: string | number;
  price?: string | number;
  hour?: string | number;
  device?: string;
  extensions?: string | number;
  seat?: string | number;
  /** Whole carts instead of locks: how far they came, or what became of them. */
  cart?: string;
  within?: number;
  cursor?: string;
  toward?: string;
};

/** `from=2026-11-01&to=2026-11-24&event=…`; what is not set is not there. */
export function filterQuery({ eventId, ...rest }: RowsQuery): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...rest, event: eventId })) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  return query.toString();
}

/** The page of rows, without its language. */
export function rowsAddress(tenantSlug: string, filter: RowsQuery): string {
  return `/admin/${tenantSlug}/locks?${filterQuery(filter)}`;
}

/** A table as a file, its headings in the reader's language. */
export function csvAddress(
  tenantSlug: string,
  table: string,
  filter: RowsQuery,
  locale: string,
): string {
  return `/api/admin/${tenantSlug}/analytics/csv?table=${table}&locale=${locale}&${filterQuery(filter)}`;
}
