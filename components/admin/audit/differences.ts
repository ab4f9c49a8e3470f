export type Difference = { field: string; before: unknown; after: unknown };

/** A house's people read no ids: those of what was changed are for whoever looks into the database. */
const isId = (field: string) => /(^id|Id|Ids|_ids?)$/.test(field);

/** Field by field, what was so and what is; `undefined` where there was nothing, or is nothing now. */
export function differencesOf(
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
): Difference[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...fields]
    .filter((field) => !isId(field))
    .map((field) => ({ field, before: before?.[field], after: after?.[field] }));
}
