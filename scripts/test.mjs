import { rmSync } from 'node:fs';
import path from 'node:path';
import { command } from './command.mjs';
import { withoutProduct } from './environment.mjs';
import { root } from './project.mjs';
import { Refusal } from './refusal.mjs';
import { steps } from './test-steps.mjs';

await command(async (teardown) => {
  // What an earlier run reported must not be counted for this one.
  rmSync(path.join(root, 'test-results'), { recursive: true, force: true });
  const env = withoutProduct(process.env);
  const total = { passed: 0, failed: 0 };
  /** @type {string[]} */
  const summary = [];
  for (const { name, work } of steps) {
    console.info(`\n── ${name}`);
    const began = performance.now();
    const { passed, failed } = await work(env).catch(asFailure);
    if (teardown.interrupted) {
      process.exitCode = 1;
      return;
    }
    total.passed += passed;
    total.failed += failed;
    const seconds = Math.round((performance.now() - began) / 1000);
    summary.push(
      `${failed ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`,
    );
  }
  console.info(`\n${summary.join('\n')}\n`);
  console.info(`${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
});

/** A step that could not run at all: the others still say what they find. @param {unknown} error */
function asFailure(error) {
  console.error(error instanceof Refusal ? error.message : error);
  return { passed: 0, failed: 1 };
}
