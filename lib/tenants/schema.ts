import { z } from 'zod';
import { routing } from '@/lib/i18n/routing';
import { type Limits, type OwnSettings, orphanRules, settingLimits } from '@/lib/settings';
import { lineSchema } from '@/lib/text';
import { currencies } from './currencies';
import { timeZoneOf } from './policy';

const figure = ({ min, max, whole }: Limits) =>
  (whole ? z.number().int() : z.number()).min(min).max(max).nullable();

/** What a house may set for its locks; null inherits. */
export const ownSettingsSchema = z.strictObject({
  duration: figure(settingLimits.duration),
  warning: figure(settingLimits.warning),
  limit: figure(settingLimits.limit),
  autoExtend: z.boolean().nullable(),
  extensions: figure(settingLimits.extensions),
  graceSeconds: figure(settingLimits.graceSeconds),
  paymentWindow: figure(settingLimits.paymentWindow),
  orphanRule: z.enum(orphanRules).nullable(),
}) satisfies z.ZodType<OwnSettings>;

/** As it was read, whatever it was. */
const figureRead = z.number().nullable();

/** `based`: what the form showed before anything was touched. */
export const settingsInputSchema = z.strictObject({
  based: ownSettingsSchema.extend({
    duration: figureRead,
    warning: figureRead,
    limit: figureRead,
    extensions: figureRead,
    graceSeconds: figureRead,
    paymentWindow: figureRead,
  }),
  settings: ownSettingsSchema,
});
export type SettingsInput = z.input<typeof settingsInputSchema>;

export const houseTextMax = { name: 80, tagline: 160 } as const;

const language = z.enum(routing.locales);
const tagline = lineSchema.trim().max(houseTextMax.tagline);

/** What an organizer says of itself. */
export const houseSchema = z.strictObject({
  name: lineSchema.trim().min(1).max(houseTextMax.name),
  tagline: z.strictObject({ es: tagline, en: tagline }),
  /** The first is the house's own. */
  languages: z
    .array(language)
    .min(1)
    .max(routing.locales.length)
    .refine((all) => new Set(all).size === all.length),
  timeZone: z
    .string()
    .trim()
    .refine((name) => timeZoneOf(name) !== null)
    .transform((name) => timeZoneOf(name) ?? name),
  currency: z.enum(currencies),
});
export type House = z.output<typeof houseSchema>;

const houseReadSchema = z.strictObject({
  name: z.string(),
  tagline: z.strictObject({ es: z.string(), en: z.string() }),
  languages: z.array(language),
  timeZone: z.string(),
  currency: z.string(),
});

export const houseInputSchema = z.strictObject({ based: houseReadSchema, house: houseSchema });
export type HouseInput = z.input<typeof houseInputSchema>;

/** `#rrggbb` in lower case; null keeps the product's own. */
export const accentSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/)
  .nullable();

export const accentInputSchema = z.strictObject({
  based: z.string().nullable(),
  accent: accentSchema,
});
export type AccentInput = z.input<typeof accentInputSchema>;

/** Where the logo of an organizer is, at an address that changes with it; null: it has none. */
export function logoPath(tenant: { slug: string; logoHash: string | null }): string | null {
  return tenant.logoHash && `/api/tenants/${tenant.slug}/logo?v=${tenant.logoHash}`;
}

const logoHash = z.string().regex(/^[0-9a-f]{16}$/);

/** The picture comes as a form's file. `based`: the hash of the one before, empty for none. */
export const logoInputSchema = z.strictObject({
  based: z.union([logoHash, z.literal('')]),
  logo: z.instanceof(File),
});
export const logoRemovalSchema = z.strictObject({ based: logoHash });

/** One thing that a change made different. */
export type Change = { field: string; before: unknown; after: unknown };

/** What was saved, since when by the database's clock, and how many carts keep what they have. */
export type Saved = { changes: Change[]; at: string; openCarts: number };
