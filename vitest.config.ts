import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const elsewhere = ['**/node_modules/**', '.next/**', 'e2e/**', '.data/**'];

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).slice(0, -1) } },
  test: {
    // It names Next.js's modules as a bundler finds them, and Node.js does not.
    server: { deps: { inline: ['next-intl'] } },
    // As many as the smallest machine that the suite is meant for has cores.
    maxWorkers: 2,
    // What the validated configuration asks for; a test that connects brings its own address.
    env: {
      DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nowhere',
      AUTH_SECRET: 'a-secret-that-only-tests-know-0123456789',
      SANDBOX_PAYMENTS: '1',
      LOG_REQUESTS: '0',
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...elsewhere, '**/*.db.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['**/*.db.test.ts'],
          exclude: elsewhere,
          globalSetup: 'db/testing/global-setup.ts',
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
