import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const hook = pathToFileURL(fileURLToPath(new URL('memory-hook.mjs', import.meta.url))).href;
const answerMaxMs = 30_000;

/** What the server needs in its environment, so that it can be asked. */
export function memoryEnv(file: string): Record<string, string> {
  return { BENCH_MEMORY_FILE: file, NODE_OPTIONS: `--expose-gc --import ${hook}` };
}

/**
 * What a server keeps, after a collection of its garbage. `kept` is what its objects and buffers
 * take; `resident` is what the machine sees, with the room that V8 holds in reserve. In bytes.
 */
export async function memoryOf(
  pid: number,
  file: string,
): Promise<{ kept: number; resident: number }> {
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  const startedMs = performance.now();
  while (!existsSync(file)) {
    if (performance.now() - startedMs > answerMaxMs) throw new Error('the server does not answer');
    await pause(20);
  }
  const { heapUsed, external, rss } = JSON.parse(readFileSync(file, 'utf8')) as NodeJS.MemoryUsage;
  return { kept: heapUsed + external, resident: rss };
}
