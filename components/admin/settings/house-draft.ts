import { type House, houseSchema } from '@/lib/tenants/schema';

export type HouseField = 'name' | 'taglineEs' | 'taglineEn' | 'languages' | 'timeZone' | 'currency';

const fieldAt: Record<string, HouseField> = {
  name: 'name',
  'tagline.es': 'taglineEs',
  'tagline.en': 'taglineEn',
  languages: 'languages',
  timeZone: 'timeZone',
  currency: 'currency',
};

/** The field of the form that a path of the wire is about; null for none of them. */
export function fieldOf(path: string): HouseField | null {
  const bare = path.replace(/^house\./, '');
  return fieldAt[bare] ?? fieldAt[bare.split('.')[0] ?? ''] ?? null;
}

/** The house as it is sent, or which fields of it cannot be. */
export function readHouseDraft(draft: House): { house: House | null; wrong: HouseField[] } {
  const parsed = houseSchema.safeParse(draft);
  if (parsed.success) return { house: parsed.data, wrong: [] };
  const found = parsed.error.issues.map(({ path }) => fieldOf(path.join('.')));
  return { house: null, wrong: [...new Set(found)].filter((field) => field !== null) };
}

/**
 * The form after somebody else has saved: what was not touched here becomes what holds now, what
 * was touched stays as it was written.
 */
export function rebasedHouse(draft: House, before: House, now: House): House {
  const keep = <K extends keyof House>(key: K): House[K] =>
    JSON.stringify(draft[key]) === JSON.stringify(before[key]) ? now[key] : draft[key];
  return {
    name: keep('name'),
    tagline: keep('tagline'),
    languages: keep('languages'),
    timeZone: keep('timeZone'),
    currency: keep('currency'),
  };
}
