/** The product's own variables: a run that brings its own must not inherit the caller's. */
const own =
  /^(PORT|DATABASE_URL|MIGRATION_DATABASE_URL|DATA_DIR|AUTH_|NEXTAUTH_|CART_LOCK_|MAX_LOCKS_PER_SESSION|INNGEST_|SMTP_URL|MAIL_FROM|PUBLIC_URL|DEFAULT_TENANT|DEMO|SANDBOX_PAYMENTS|NODE_ENV)/;

/**
 * The caller's environment without what configures the product.
 * @param {NodeJS.ProcessEnv} env @returns {NodeJS.ProcessEnv}
 */
export function withoutProduct(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)));
}

/**
 * The app's own environment: it never learns the owner's login, and next-auth takes the host that
 * the request names.
 * @param {NodeJS.ProcessEnv} env @returns {NodeJS.ProcessEnv}
 */
export function forApp({ MIGRATION_DATABASE_URL: _, ...env }) {
  return {
    ...env,
    AUTH_TRUST_HOST: env.AUTH_TRUST_HOST || 'true',
    NEXTAUTH_SECRET: env.AUTH_SECRET,
  };
}
