import type { OrphanRule } from './lonely';

// The rule about single seats once more, on a row as it is drawn: a text with one sign a seat.

function lonely(row: string, rule: OrphanRule): Set<number> {
  const alone = new Set<number>();
  const text = `|${row.replaceAll(/[acAC]/g, '|').replaceAll('r', '.')}|`;
  for (const { index } of text.matchAll(/(?<!\.)\.(?!\.)/g)) {
    const within = text[index - 1] === 'x' && text[index + 1] === 'x';
    if (rule === 'strict' || within) alone.add(index - 1);
  }
  return alone;
}

/** Where a choice leaves a seat alone that was not. */
export function spoilt(row: string, rule: OrphanRule, chosen: readonly number[]): number[] {
  if (rule === 'off') return [];
  const after = [...row].map((sign, at) => {
    if (!chosen.includes(at)) return sign;
    return '.r'.includes(sign) ? 'x' : sign.toUpperCase();
  });
  const before = lonely(row, 'strict');
  return [...lonely(after.join(''), rule)].filter((at) => !before.has(at));
}

/** The choices of so many free regular seats side by side that satisfy the rule. */
export function windows(row: string, rule: OrphanRule, size: number): number[][] {
  const found: number[][] = [];
  for (let from = 0; from + size <= row.length; from += 1) {
    const window = Array.from({ length: size }, (_, i) => from + i);
    if (!window.every((at) => '.r'.includes(row[at]!))) continue;
    if (spoilt(row, rule, window).length === 0) found.push(window);
  }
  return found;
}
