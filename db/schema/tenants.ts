import { sql } from 'drizzle-orm';
import {
  boolean,
  char,
  check,
  customType,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const roles = ['owner', 'manager', 'box_office', 'scanner'] as const;

/** The directory of organizers. Readable by everyone: it is how a request finds its tenant. */
export const tenants = pgTable(
  'tenants',
  {
    id: serial().primaryKey(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    /** A host of the organizer's own, such as `entradas.teatro.example`; lower case, no port. */
    host: text().unique(),
    tagline: jsonb().$type<{ es: string; en: string }>().notNull(),
    currency: char({ length: 3 }).notNull(),
    timeZone: text().notNull(),
    /** Accent colour as `#rrggbb`; null keeps the house's. */
    accent: text(),
    /** What its pages are offered in; the first is its own. */
    languages: text().array().notNull().default(sql`'{es,en}'`),
    /** Names the logo in addresses; null: it has none. */
    logoHash: text(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    check('tenants_slug_form', sql`${t.slug} ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'`),
    // Its address begins with the slug: these are the product's own.
    check(
      'tenants_slug_free',
      sql`${t.slug} NOT IN ('account', 'admin', 'invitation', 'orders', 'sign-in')`,
    ),
    check('tenants_currency_form', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check(
      'tenants_languages',
      sql`cardinality(${t.languages}) BETWEEN 1 AND 2 AND ${t.languages} <@ '{es,en}'`,
    ),
    check('tenants_logo_form', sql`${t.logoHash} ~ '^[0-9a-f]{16}$'`),
    check('tenants_accent_form', sql`${t.accent} ~ '^#[0-9a-f]{6}$'`),
  ],
);

/** The picture that stands for an organizer, as it was given. */
export const tenantLogos = pgTable(
  'tenant_logos',
  {
    tenantId: integer()
      .primaryKey()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    mime: text({ enum: ['image/png', 'image/jpeg', 'image/webp'] }).notNull(),
    bytes: bytea().notNull(),
  },
  (t) => [
    check('logos_mime', sql`${t.mime} IN ('image/png', 'image/jpeg', 'image/webp')`),
    check('logos_size', sql`length(${t.bytes}) BETWEEN 1 AND 262144`),
  ],
);

/** What a tenant sets for itself. Null inherits from the environment, then from the default. */
export const tenantSettings = pgTable(
  'tenant_settings',
  {
    tenantId: integer()
      .primaryKey()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    cartLockDuration: doublePrecision(),
    maxLocksPerSession: integer(),
    autoExtendLocks: boolean(),
    cartLockWarning: doublePrecision(),
    maxExtensions: integer(),
    abandonGraceSeconds: doublePrecision(),
    paymentWindow: doublePrecision(),
    /** Whether a choice may leave a single seat behind. See `lib/seating/orphans.ts`. */
    orphanRule: text({ enum: ['off', 'lenient', 'strict'] }),
  },
  (t) => [
    check(
      'settings_duration_range',
      sql`${t.cartLockDuration} > 0 AND ${t.cartLockDuration} <= 1440`,
    ),
    check('settings_limit_range', sql`${t.maxLocksPerSession} BETWEEN 1 AND 1000`),
    check('settings_warning_range', sql`${t.cartLockWarning} > 0`),
    check('settings_extensions_range', sql`${t.maxExtensions} BETWEEN 0 AND 100`),
    check('settings_grace_range', sql`${t.abandonGraceSeconds} BETWEEN 0 AND 600`),
    check('settings_orphan_rule', sql`${t.orphanRule} IN ('off', 'lenient', 'strict')`),
    check('settings_payment_range', sql`${t.paymentWindow} > 0 AND ${t.paymentWindow} <= 120`),
  ],
);

export const users = pgTable(
  'users',
  {
    id: uuid().primaryKey(),
    /** Lower case. */
    email: text().notNull().unique(),
    name: text().notNull(),
    passwordHash: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    check('users_email_lower', sql`${t.email} = lower(${t.email}) AND ${t.email} LIKE '%_@_%'`),
  ],
);

export const memberships = pgTable(
  'memberships',
  {
    tenantId: integer()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text({ enum: roles }).notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.userId] }),
    check('memberships_role', sql`${t.role} IN ('owner', 'manager', 'box_office', 'scanner')`),
  ],
);
