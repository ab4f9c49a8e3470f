import path from 'node:path';
import { z } from 'zod';
import { processWide } from './process-wide';
import {
  type Limits,
  type LockSettings,
  lockDefaults,
  minutesSchema,
  orphanRules,
  settingLimits,
} from './settings';

export type Config = {
  port: number;
  databaseUrl: string;
  /** Absolute. */
  dataDir: string;
  authSecret: string;
  locks: LockSettings;
  cleanupIntervalMinutes: number;
  /**
   * Where jobs run: by Inngest when any of its variables is set, else in this process. `origin` is
   * where Inngest calls back; null goes by the request that registers the functions.
   */
  inngest: { enabled: boolean; origin: string | null };
  /** null: mail goes to files under `dataDir`. */
  smtpUrl: string | null;
  /** Address that mail is from. */
  mailFrom: string;
  /** Where people reach the site, for links in mail; no slash at the end. */
  publicUrl: string;
  defaultTenant: string | null;
  demo: boolean;
  /** With the stadium among the demo's houses. */
  demoStadium: boolean;
  sandboxPayments: boolean;
  /** Names of the variables that are set: what they do not name has its default. */
  sources: ReadonlySet<string>;
  /** Whether each request that changes something is a line of the log. */
  logRequests: boolean;
};

/** Its message is one line that names the variable and what it must be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment as the product understands it; an empty value counts as unset.
 * @throws {ConfigError} at the first variable that is wrong.
 */
export function parseConfig(env: Environment): Config {
  const read = reader(env);
  const databaseUrl = read('DATABASE_URL', url('postgres', 'postgresql'), databaseRule);
  const demo = read('DEMO', flag.default(false), flagRule);
  const port = read('PORT', integer(1, 65_535).default(3000), 'a port number from 1 to 65535');
  const publicUrl = read(
    'PUBLIC_URL',
    url('http', 'https').default(`http://localhost:${port}`),
    publicUrlRule,
  ).replace(/\/+$/, '');
  return {
    port,
    databaseUrl,
    dataDir: path.resolve(
      /* turbopackIgnore: true */ read('DATA_DIR', z.string().default('.data'), 'a folder'),
    ),
    authSecret: read('AUTH_SECRET', z.string().min(32), secretRule),
    locks: readLocks(read),
    cleanupIntervalMinutes: read(
      'CART_LOCK_CLEANUP_INTERVAL',
      minutesSchema.default(5),
      minutesRule,
    ),
    inngest: {
      enabled: inngestVariables.some((name) => Boolean(env[name])),
      origin: read(
        'INNGEST_SERVE_ORIGIN',
        url('http', 'https')
          .nullable()
          .default(env.PUBLIC_URL?.trim() ? publicUrl : null),
        'the address that Inngest reaches the app at, such as https://entradas.example',
      ),
    },
    smtpUrl: read('SMTP_URL', url('smtp', 'smtps').nullable().default(null), smtpRule),
    mailFrom: read(
      'MAIL_FROM',
      z.email().default(`no-reply@${new URL(publicUrl).hostname}`),
      'a mail address, such as entradas@teatro.example',
    ),
    publicUrl,
    defaultTenant: read('DEFAULT_TENANT', slug.nullable().default(null), slugRule),
    demo,
    demoStadium: read('DEMO_STADIUM', flag.default(false), flagRule) && demo,
    sandboxPayments: read('SANDBOX_PAYMENTS', flag.default(demo), flagRule),
    sources: new Set(Object.keys(env).filter((name) => env[name]?.trim())),
    // Who tries the demo reads the terminal himself.
    logRequests: read('LOG_REQUESTS', flag.default(!demo), flagRule),
  };
}

/** The configuration of this process, read once. */
export function config(): Config {
  return processWide('config', () => parseConfig(process.env));
}

function readLocks(read: Read): LockSettings {
  const minutes = (name: string, fallbackMs: number) =>
    read(name, minutesSchema.default(fallbackMs / 60_000), minutesRule) * 60_000;

  const durationMs = minutes('CART_LOCK_DURATION_MINUTES', lockDefaults.durationMs);
  const warningMs = minutes('CART_LOCK_WARNING_MINUTES', lockDefaults.warningMs);
  return {
    durationMs,
    warningMs,
    maxLocksPerSession: read(
      'MAX_LOCKS_PER_SESSION',
      within(settingLimits.limit).int().default(lockDefaults.maxLocksPerSession),
      'a whole number from 1 to 1000',
    ),
    autoExtend: lockDefaults.autoExtend,
    maxExtensions: read(
      'CART_LOCK_MAX_EXTENSIONS',
      within(settingLimits.extensions).int().default(lockDefaults.maxExtensions),
      'a whole number from 0 to 100',
    ),
    abandonGraceMs:
      read(
        'CART_LOCK_ABANDON_GRACE_SECONDS',
        within(settingLimits.graceSeconds).default(lockDefaults.abandonGraceMs / 1000),
        'a number of seconds from 0 to 600',
      ) * 1000,
    paymentWindowMs: minutes('CART_LOCK_PAYMENT_WINDOW_MINUTES', lockDefaults.paymentWindowMs),
    orphanRule: read(
      'SEAT_ORPHAN_RULE',
      z.enum(orphanRules).default(lockDefaults.orphanRule),
      'off, lenient or strict',
    ),
  };
}

const inngestVariables = [
  'INNGEST_DEV',
  'INNGEST_BASE_URL',
  'INNGEST_EVENT_KEY',
  'INNGEST_SIGNING_KEY',
];

const minutesRule = 'a number of minutes above 0 and up to 1440 (fractions are fine)';
const flagRule = '1 or 0';
const databaseRule =
  'the address of a PostgreSQL, such as postgres://user:password@host:5432/butaca';
const secretRule = 'a secret text of at least 32 characters (openssl rand -base64 32 makes one)';
const smtpRule = 'the address of a mail server, such as smtp://user:password@host:587';
const publicUrlRule = 'the address that people reach the site at, such as https://entradas.example';
const slugRule = 'the slug of a tenant, such as teatro-lirico';

const slug = z.string().regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);
const flag = z
  .enum(['0', '1', 'false', 'true'])
  .transform((value) => value === '1' || value === 'true');

function within({ min, max }: Limits) {
  return z.coerce.number().min(min).max(max);
}

function integer(min: number, max: number) {
  return within({ min, max }).int();
}

function url(...protocols: string[]) {
  return z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol.slice(0, -1)),
    );
}

type Read = <T>(name: string, schema: z.ZodType<T>, rule: string) => T;

function reader(env: Environment): Read {
  return (name, schema, rule) => {
    const given = env[name]?.trim();
    const parsed = schema.safeParse(given || undefined);
    if (parsed.success) return parsed.data;
    // Never the value itself: it may hold a password.
    throw new ConfigError(`${name} must be ${rule}.`);
  };
}
