import type postgres from 'postgres';

/** What can be told to be one house's own wherever it is read. */
export type Belongings = { names: string[]; tokens: Set<string> };

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const token = /[\w@.+-]{8,}/g;

/** Stands in every name that a house gave, so that none is taken for a word of the product. */
export const markOf = (slug: string) => slug.replaceAll('-', '').toUpperCase();

/** Marks a house's names, and gives it one of everything that the demo has none of. */
export async function mark(admin: postgres.Sql, slug: string): Promise<void> {
  const word = markOf(slug);
  const [house] = await admin`SELECT id FROM tenants WHERE slug = ${slug}`;
  const id = house!.id as number;
  for (const table of ['events', 'zones', 'venues'])
    await admin`UPDATE ${admin(table)} SET name = name || ${word} WHERE tenant_id = ${id}`;
  await admin`
    INSERT INTO audit_log (tenant_id, id, user_name, action, target)
    VALUES (${id}, gen_random_uuid(), ${word}, 'settings.changed', ${word})`;
  await admin`
    INSERT INTO alerts (tenant_id, id, kind, source_kind, source, figures)
    VALUES (${id}, gen_random_uuid(), 'session_units', 'session', ${word.padEnd(40, '7')},
      '{"count": 9, "peak": 9, "threshold": 5, "windowSeconds": 60}')`;
  await admin`
    INSERT INTO cool_downs (tenant_id, id, source_kind, source, until, reason, started_by)
    VALUES (${id}, gen_random_uuid(), 'session', ${word.padEnd(40, '7')},
      now() + interval '1 hour', ${word}, ${word})`;
  await admin`
    INSERT INTO invitations (tenant_id, id, email, role, locale, expires_at)
    VALUES (${id}, gen_random_uuid(), ${`equipo@${slug}.example.org`}, 'scanner', 'es',
      now() + interval '1 day')`;
}

/**
 * Everything of a marked house that no other has: what it is called, who works there, and each id,
 * address, number and key in any of its rows.
 */
export async function belongingsOf(admin: postgres.Sql, slug: string): Promise<Belongings> {
  const [house] = await admin`SELECT id, name FROM tenants WHERE slug = ${slug}`;
  const people = await admin`
    SELECT name, email FROM users JOIN memberships ON user_id = users.id
    WHERE tenant_id = ${house!.id}`;
  const tokens = people.map(({ email }) => email as string);
  const columns = await admin`
    SELECT table_name AS of, column_name AS name FROM information_schema.columns AS c
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
      AND data_type IN ('uuid', 'text', 'character varying')
      AND EXISTS (SELECT FROM information_schema.columns AS t
        WHERE t.table_name = c.table_name AND t.column_name = 'tenant_id')`;
  for (const { of, name } of columns) {
    const values = (condition: postgres.PendingQuery<postgres.Row[]>) =>
      admin`SELECT ${admin(name)}::text FROM ${admin(of)} WHERE ${condition}`;
    const own = await admin<{ value: string }[]>`
      SELECT value FROM (${values(admin`tenant_id = ${house!.id}`)} EXCEPT
        ${values(admin`tenant_id <> ${house!.id}`)}) AS own (value)
      WHERE value ~ '@|^[0-9A-Z-]{8,}$' OR (value ~ '[0-9]' AND value ~ '^\\S{20,}$')`;
    tokens.push(...own.map(({ value }) => value));
  }
  const names = [house!.name, markOf(slug), ...people.map(({ name }) => name)];
  return { names, tokens: new Set(tokens) };
}

/** What of a house's own is read in a text, but for what may be. */
export function seen(text: string, { names, tokens }: Belongings, known: string[] = []): string[] {
  const words = new Set([...text.matchAll(uuid), ...text.matchAll(token)].map(([word]) => word));
  const found = [...words].filter((word) => tokens.has(word));
  found.push(...names.filter((name) => text.includes(name)));
  return found.filter((word) => !known.includes(word));
}
