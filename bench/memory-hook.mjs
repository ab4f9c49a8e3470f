// Loaded into the measured server: on SIGUSR2 it collects its garbage and writes what is left, in
// bytes, to the file that BENCH_MEMORY_FILE names. The resident size alone would not do: most of
// it is room that V8 keeps for young objects, which says nothing of what a viewer costs.
import { renameSync, writeFileSync } from 'node:fs';

process.on('SIGUSR2', () => {
  const file = process.env.BENCH_MEMORY_FILE;
  if (!file || typeof globalThis.gc !== 'function') return;
  globalThis.gc();
  globalThis.gc();
  writeFileSync(`${file}.part`, JSON.stringify(process.memoryUsage()));
  // Whole or not there.
  renameSync(`${file}.part`, file);
});
