import { describe, expect, test } from 'vitest';
import { ConfigError, parseConfig } from './config';
import { lockDefaults } from './settings';

const enough = {
  DATABASE_URL: 'postgres://butaca_app:secret@127.0.0.1:5432/butaca',
  AUTH_SECRET: 'a-secret-of-more-than-thirty-two-characters',
};

describe('the environment', () => {
  test('gives every setting its default where nothing is said', () => {
    const config = parseConfig(enough);
    expect(config).toMatchObject({
      port: 3000,
      locks: lockDefaults,
      cleanupIntervalMinutes: 5,
      inngest: { enabled: false },
      smtpUrl: null,
      defaultTenant: null,
      demo: false,
      demoStadium: false,
      sandboxPayments: false,
    });
    expect(config.dataDir.endsWith('.data')).toBe(true);
  });

  test('reads the names of the cart locks, minutes as fractions too', () => {
    const { locks, cleanupIntervalMinutes } = parseConfig({
      ...enough,
      CART_LOCK_DURATION_MINUTES: '0.2',
      CART_LOCK_WARNING_MINUTES: '0.05',
      CART_LOCK_CLEANUP_INTERVAL: '60',
      MAX_LOCKS_PER_SESSION: '8',
    });
    expect(locks).toMatchObject({ durationMs: 12_000, warningMs: 3_000, maxLocksPerSession: 8 });
    expect(cleanupIntervalMinutes).toBe(60);
  });

  test('lets payments be tried out where the demo is on, unless told otherwise', () => {
    expect(parseConfig({ ...enough, DEMO: '1' }).sandboxPayments).toBe(true);
    expect(parseConfig({ ...enough, DEMO: '1', SANDBOX_PAYMENTS: '0' }).sandboxPayments).toBe(
      false,
    );
  });

  test('builds the stadium only where the demo is on', () => {
    expect(parseConfig({ ...enough, DEMO: '1', DEMO_STADIUM: '1' }).demoStadium).toBe(true);
    expect(parseConfig({ ...enough, DEMO: '1' }).demoStadium).toBe(false);
    expect(parseConfig({ ...enough, DEMO_STADIUM: '1' }).demoStadium).toBe(false);
  });

  test.each(['INNGEST_DEV', 'INNGEST_BASE_URL', 'INNGEST_EVENT_KEY', 'INNGEST_SIGNING_KEY'])(
    'hands the jobs to Inngest when %s is set',
    (name) => {
      expect(parseConfig({ ...enough, [name]: '1' }).inngest.enabled).toBe(true);
    },
  );

  test('tells which settings were said, and which are the product’s own', () => {
    const { sources } = parseConfig({ ...enough, MAX_LOCKS_PER_SESSION: '50', SMTP_URL: ' ' });
    expect([...sources].sort()).toEqual(['AUTH_SECRET', 'DATABASE_URL', 'MAX_LOCKS_PER_SESSION']);
  });

  test('takes an empty variable for one that is not set', () => {
    expect(parseConfig({ ...enough, PORT: '', SMTP_URL: ' ' })).toMatchObject({
      port: 3000,
      smtpUrl: null,
    });
  });

  test.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PORT', '3000.5'],
    ['DATABASE_URL', ''],
    ['DATABASE_URL', 'mysql://host/butaca'],
    ['AUTH_SECRET', ''],
    ['AUTH_SECRET', 'short'],
    ['CART_LOCK_DURATION_MINUTES', '0'],
    ['CART_LOCK_DURATION_MINUTES', '-1'],
    ['CART_LOCK_DURATION_MINUTES', 'a quarter'],
    ['CART_LOCK_DURATION_MINUTES', 'Infinity'],
    ['CART_LOCK_CLEANUP_INTERVAL', '0'],
    ['CART_LOCK_WARNING_MINUTES', '0'],
    ['MAX_LOCKS_PER_SESSION', '2.5'],
    ['CART_LOCK_MAX_EXTENSIONS', '-1'],
    ['CART_LOCK_ABANDON_GRACE_SECONDS', 'soon'],
    ['CART_LOCK_PAYMENT_WINDOW_MINUTES', '0'],
    ['SEAT_ORPHAN_RULE', 'sometimes'],
    ['SMTP_URL', 'mail.example'],
    ['DEFAULT_TENANT', 'Not A Slug'],
    ['DEMO', 'yes please'],
    ['DEMO_STADIUM', 'large'],
    ['SANDBOX_PAYMENTS', '2'],
  ])('refuses %s=%s in one line that names it', (name, value) => {
    const wrong = () => parseConfig({ ...enough, [name]: value });
    expect(wrong).toThrow(ConfigError);
    expect(wrong).toThrow(new RegExp(`^${name} must be [^\\n]+\\.$`));
  });

  test('never repeats a wrong value, which may hold a password', () => {
    const wrong = () => parseConfig({ ...enough, SMTP_URL: 'imap://user:hunter2@host' });
    expect(wrong).not.toThrow(/hunter2/);
  });
});
