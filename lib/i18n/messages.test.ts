import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';

type Tree = { [key: string]: string | Tree };

/** Every message by its dotted name. */
function messagesOf(locale: string): Map<string, string> {
  const file = new URL(`../../messages/${locale}.json`, import.meta.url);
  const walk = (tree: Tree, path: string): [string, string][] =>
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[`${path}${key}`, value]] : walk(value, `${path}${key}.`),
    );
  return new Map(walk(JSON.parse(readFileSync(file, 'utf8')), ''));
}

/** The names of a message's blanks; throws where the message is malformed. */
function blanksOf(message: string, locale: string): string[] {
  const names = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    // Type 0 is plain text; every other element with a `value` names a blank or a tag.
    if ('type' in node && node.type !== 0 && 'value' in node && typeof node.value === 'string') {
      names.add(node.value);
    }
    for (const part of Object.values(node)) walk(part);
  };
  walk(new IntlMessageFormat(message, locale).getAst());
  return [...names].sort();
}

const spanish = messagesOf('es');
const english = messagesOf('en');

describe('the two languages', () => {
  it('say the same things', () => {
    expect([...english.keys()].sort()).toEqual([...spanish.keys()].sort());
  });

  it('leave nothing empty', () => {
    const all = [...spanish, ...english];
    expect(all.filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have the same blanks to fill in each message', () => {
    const differing = [...spanish].filter(([key, text]) => {
      const other = english.get(key) ?? '';
      return blanksOf(text, 'es').join() !== blanksOf(other, 'en').join();
    });
    expect(differing).toEqual([]);
  });
});
