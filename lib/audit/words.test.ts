import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import messages from '@/messages/es.json';

const lib = path.resolve(import.meta.dirname, '..');

/** Every action that the code writes into the log by name. */
const written = readdirSync(lib, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes('.test.') && !file.includes('testing'))
  .flatMap((file) => {
    const text = readFileSync(path.join(lib, file), 'utf8');
    return [...text.matchAll(/action: '([a-z_]+)\.([a-z_]+)'/g)];
  })
  .map(([, thing = '', done = '']) => [thing, done] as const);

describe('the log of what the staff changed', () => {
  it('has words for everything that is written into it', () => {
    const words: Record<string, Record<string, string>> = messages.admin.audit.actions;
    expect(written.length).toBeGreaterThan(5);
    const wordless = written.filter(([thing, done]) => !words[thing]?.[done]);
    expect(wordless.map((each) => each.join('.'))).toEqual([]);
  });
});
