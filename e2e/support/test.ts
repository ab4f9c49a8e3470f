import { test as base } from '@playwright/test';

export { expect } from '@playwright/test';

/**
 * Playwright's own, but that what a test opened is closed when it is over: pages of tests before
 * would go on asking servers that are no more, and take the browser's time and connections.
 */
export const test = base.extend<{ tidy: undefined }>({
  tidy: [
    async ({ browser }, use) => {
      const before = new Set(browser.contexts());
      await use(undefined);
      const opened = browser.contexts().filter((context) => !before.has(context));
      await Promise.all(opened.map((context) => context.close()));
    },
    { auto: true },
  ],
});
