import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * The file that a package's command runs: `node <file>` starts it without a shell in between.
 * @param {string} packageName @param {string} [command]
 */
export function commandOf(packageName, command = packageName) {
  const require = createRequire(import.meta.url);
  const manifest = path.join(root, 'node_modules', packageName, 'package.json');
  const { bin } = require(manifest);
  return path.join(path.dirname(manifest), typeof bin === 'string' ? bin : bin[command]);
}

/**
 * Loads one of the product's TypeScript modules into this process; only after the installation.
 * @param {string} file relative to the checkout @returns {Promise<any>}
 */
export async function load(file) {
  const { tsImport } = await import('tsx/esm/api');
  return tsImport(path.join(root, file), import.meta.url);
}
